import { z } from 'zod';
import { type AirlineCode, airlineCodeSchema, airlineCodes } from '../domain/airline-code';

const positionSchema = z.object({ epoch: z.int().positive(), seq: z.int().nonnegative() });

/** A place in one origin's change log. A higher epoch is a new log that replaces the one before. */
export type LogPosition = z.infer<typeof positionSchema>;

/** Of every origin the last entry of its log that somebody has; an origin that is missing is unknown to him. */
export const versionVectorSchema = z.partialRecord(airlineCodeSchema, positionSchema);

/** A thousand entries a second for thirty years; 9,000 epochs fit into JavaScript's integers. */
const placesPerEpoch = 1_000_000_000_000;

export type VersionVector = Partial<Record<AirlineCode, LogPosition>>;

/** Negative when `a` comes before `b`: by epoch, then by place. */
export function comparePositions(a: LogPosition, b: LogPosition): number {
  return a.epoch - b.epoch || a.seq - b.seq;
}

/** Has whoever stands at `a` everything that is known at `b`? A partial order: two may each have what the other has not. */
export function covers(a: VersionVector, b: VersionVector): boolean {
  return airlineCodes.every((origin) => {
    const [has, wanted] = [a[origin], b[origin]];
    return wanted === undefined || (has !== undefined && comparePositions(has, wanted) >= 0);
  });
}

/** What somebody knows who has heard both: per origin the later of the two. */
export function merge(a: VersionVector, b: VersionVector): VersionVector {
  const merged: VersionVector = {};
  for (const origin of airlineCodes) {
    const later = laterOf(a[origin], b[origin]);
    if (later) merged[origin] = later;
  }
  return merged;
}

/**
 * Where the log of an epoch begins: its first entry has the next place. No two epochs share a place, so the place with
 * which a copy was written says whether a snapshot of this log contained it, whatever was copied of an older one.
 */
export function startOfLog(epoch: number): number {
  return (epoch - 1) * placesPerEpoch;
}

/** How many entries of a log with this head are missing; all of them where another epoch, or nothing, is there. */
export function lagOf(have: LogPosition | undefined, head: LogPosition | null | undefined): number {
  if (!head || (have && comparePositions(have, head) >= 0)) return 0;
  return head.seq - (have?.epoch === head.epoch ? have.seq : startOfLog(head.epoch));
}

function laterOf(a: LogPosition | undefined, b: LogPosition | undefined): LogPosition | undefined {
  if (!a || !b) return a ?? b;
  return comparePositions(a, b) >= 0 ? a : b;
}
