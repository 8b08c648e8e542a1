import type { LiveStore } from '@/components/live/live-store';
import type { AirlineCode } from '@/server/domain/airline-code';
import type { PublishedLeg } from '@/server/live/live-event';
import type { FreshnessByAirline } from '@/server/replication/freshness';
import type { LegSeats } from './leg-seats';
import type { SeatDesk } from './seat-desk';

/** Whose leg it is: the first word of its id. */
function airlineOf({ legId }: Pick<LegSeats, 'legId'>): AirlineCode {
  return legId.split(':', 1)[0] as AirlineCode;
}

/**
 * Puts what is published live on the maps of the desk, each state once, and reads a map again when its airline falls
 * silent or is back. Returns what ends it.
 */
export function followLive(desk: SeatDesk, live: LiveStore): () => void {
  const applied = new Map<string, PublishedLeg>();
  let heard: FreshnessByAirline | null = null;

  function look(): void {
    const { legs, airlines } = live.getState();
    for (const [index, leg] of desk.store.getState().legs.entries()) {
      const published = legs.get(leg.legId);
      if (published && applied.get(leg.legId) !== published) {
        applied.set(leg.legId, published);
        desk.takePublished(index, published);
      }
      if (airlines && airlines !== heard && isSilent(airlines, leg) !== leg.silent) void desk.refresh(index);
    }
    heard = airlines;
  }
  look();
  return live.subscribe(look);
}

function isSilent(airlines: FreshnessByAirline, leg: LegSeats): boolean {
  return airlines[airlineOf(leg)].state === 'offline';
}

/** Must this map be asked for, because what is published does not arrive or may be old? */
export function needsAsking({ isLost, airlines }: ReturnType<LiveStore['getState']>, leg: LegSeats): boolean {
  return isLost || leg.silent || airlines?.[airlineOf(leg)].state === 'stale';
}
