/** Calls that may wait at their owner, and calls that must never queue behind those. */
export type Lane = 'patient' | 'prompt';

/**
 * Short steps of the commit protocol and the heartbeat. Everything else (prepare, hold, a page of a change log) may
 * wait for a seat or a large answer, and gets its own connections and its own allowance.
 */
const promptProcedures: ReadonlySet<string> = new Set([
  'hello',
  'accept',
  'abort',
  'status',
  'promise',
  'compareMemories',
]);

/** `name` is without the `peer.` prefix. */
export function laneOf(name: string): Lane {
  return promptProcedures.has(name) ? 'prompt' : 'patient';
}
