import { isDeepStrictEqual } from 'node:util';
import type { AirlineCode } from '../domain/airline-code';
import { type LegId, operatingAirline } from '../domain/leg';
import type { FreshnessByAirline } from '../replication/freshness';
import type { LiveEvent, PublishedLeg } from './live-event';
import { Mailbox } from './mailbox';

type Watched = { event: LiveEvent | null; readers: Set<Mailbox> };

/** Under which the airlines' freshness stands among the legs. */
const airlinesKey = 'airlines';

/** What has to be read again: legs, and whether the airlines' freshness. */
export type Marked = { legIds: LegId[]; airlines: boolean };

/**
 * Between the notices of change and the open pages of one process. It knows which legs somebody listens to, gathers
 * which of them must be read again, and hands what was read to everybody who listens, if it is new to them. It reads
 * nothing itself: who does is told by `onMarked` and asks `takeMarked`.
 */
export class ChangeFeed {
  /** Called when something has been marked. */
  onMarked: () => void = () => undefined;

  readonly #watched = new Map<LegId, Watched>();
  readonly #mailboxes = new Set<Mailbox>();
  readonly #markedLegs = new Set<LegId>();
  #areAirlinesMarked = false;
  #airlines: Extract<LiveEvent, { kind: 'airlines' }> | null = null;

  get readers(): number {
    return this.#mailboxes.size;
  }

  /** A mailbox that is given the present state of these legs and of the airlines, and from then on every new one. */
  subscribe(legIds: readonly LegId[]): Mailbox {
    const mailbox = new Mailbox();
    this.#mailboxes.add(mailbox);
    for (const legId of legIds) {
      const watched = this.#watched.get(legId) ?? { event: null, readers: new Set() };
      watched.readers.add(mailbox);
      this.#watched.set(legId, watched);
      this.#markedLegs.add(legId);
    }
    this.markAirlines();
    return mailbox;
  }

  unsubscribe(mailbox: Mailbox, legIds: readonly LegId[]): void {
    this.#mailboxes.delete(mailbox);
    for (const legId of legIds) {
      const watched = this.#watched.get(legId);
      watched?.readers.delete(mailbox);
      if (watched?.readers.size === 0) this.#watched.delete(legId);
    }
  }

  /** Marks those of the changed legs (null: any leg of `origin`) that somebody listens to. */
  note({ origin, legIds }: { origin: AirlineCode; legIds: readonly LegId[] | null }): void {
    const changed = legIds ?? [...this.#watched.keys()].filter((legId) => operatingAirline(legId) === origin);
    for (const legId of changed) if (this.#watched.has(legId)) this.#markedLegs.add(legId);
    if (this.#markedLegs.size > 0) this.onMarked();
  }

  /** Marks everything: notices may have been missed. */
  markAll(): void {
    for (const legId of this.#watched.keys()) this.#markedLegs.add(legId);
    this.markAirlines();
  }

  markAirlines(): void {
    if (this.#mailboxes.size === 0) return;
    this.#areAirlinesMarked = true;
    this.onMarked();
  }

  /** At most `limit` marked legs, which are then no longer marked; null when nothing is. */
  takeMarked(limit: number): Marked | null {
    const legIds = [...this.#markedLegs].slice(0, limit);
    const airlines = this.#areAirlinesMarked;
    if (legIds.length === 0 && !airlines) return null;
    for (const legId of legIds) this.#markedLegs.delete(legId);
    this.#areAirlinesMarked = false;
    return { legIds: legIds.filter((legId) => this.#watched.has(legId)), airlines };
  }

  /** What was taken could not be read. */
  putBack({ legIds, airlines }: Marked): void {
    for (const legId of legIds) this.#markedLegs.add(legId);
    this.#areAirlinesMarked ||= airlines;
  }

  handLeg(state: PublishedLeg): void {
    const watched = this.#watched.get(state.legId);
    if (!watched) return;
    const event: LiveEvent = { kind: 'leg', ...state };
    const news = isDeepStrictEqual(watched.event, event) && watched.event ? watched.event : event;
    watched.event = news;
    for (const mailbox of watched.readers) mailbox.put(state.legId, news);
  }

  handAirlines(airlines: FreshnessByAirline): void {
    const known = this.#airlines;
    const news =
      known && looksTheSame(known.airlines, airlines) ? known : { kind: 'airlines' as const, airlines };
    this.#airlines = news;
    for (const mailbox of this.#mailboxes) mailbox.put(airlinesKey, news);
  }

  /** Ends every stream, because this process stops. */
  close(): void {
    for (const mailbox of this.#mailboxes) mailbox.close();
  }
}

/** People are shown hours and minutes; the hour of a live copy moves every second. */
function looksTheSame(a: FreshnessByAirline, b: FreshnessByAirline): boolean {
  return isDeepStrictEqual(shownOf(a), shownOf(b));
}

const minuteLength = '2026-12-01T12:00'.length;

function shownOf(airlines: FreshnessByAirline): unknown {
  return Object.entries(airlines).map(([code, { state, asOf }]) => [
    code,
    state,
    asOf?.slice(0, minuteLength),
  ]);
}
