import type { Airline } from '../airline';
import { markAvailabilityStale } from '../catalogue/mark-availability';
import type { RecordLocator } from '../domain/record-locator';
import { readPart } from './read-parts';

/**
 * A cancellation does not say which seats it frees: the legs of its booking are looked up when it is decided. Nobody waits
 * for this; what it misses, the sweep finds.
 */
export function markFreedLegs(airline: Airline, recordLocator: RecordLocator): void {
  readPart(airline.db, recordLocator, airline.code).then(
    (part) => markAvailabilityStale(airline, part?.legs.map(({ legId }) => legId) ?? []),
    (error: unknown) =>
      airline.log('warn', 'freed seats are published later', { recordLocator, reason: String(error) }),
  );
}
