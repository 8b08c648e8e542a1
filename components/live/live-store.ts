import type { AirlineCode } from '@/server/domain/airline-code';
import type { LiveEvent, PublishedLeg } from '@/server/live/live-event';
import type { FreshnessByAirline } from '@/server/replication/freshness';

export type LiveState = {
  /** True when nothing live has arrived for so long that a person should know. */
  isLost: boolean;
  /** Null until the first event. */
  airlines: FreshnessByAirline | null;
  /** The newest known state of each leg that this page listens to. */
  legs: ReadonlyMap<string, PublishedLeg>;
};

/** Before the first event, and on pages that listen to nothing. */
export const nothingLive: LiveState = { isLost: false, airlines: null, legs: new Map() };

/** What this tab knows live, outside React: events replace what they are about. */
export class LiveStore {
  #state: LiveState = nothingLive;
  readonly #listeners = new Set<() => void>();

  readonly getState = (): LiveState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly receive = (event: LiveEvent): void => {
    if (event.kind === 'airlines') this.#set({ airlines: event.airlines });
    else this.#set({ legs: new Map(this.#state.legs).set(event.legId, event) });
  };

  readonly setLost = (isLost: boolean): void => {
    if (isLost !== this.#state.isLost) this.#set({ isLost });
  };

  #set(change: Partial<LiveState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** What is believed of an airline: the live word, or what the page was drawn with. */
export function freshnessNow(
  live: Pick<LiveState, 'airlines'>,
  drawn: FreshnessByAirline,
  code: AirlineCode,
): FreshnessByAirline[AirlineCode] {
  return (live.airlines ?? drawn)[code];
}
