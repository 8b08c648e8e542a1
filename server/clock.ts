/** Time as a dependency, so that tests and the simulator can hold it still. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };
