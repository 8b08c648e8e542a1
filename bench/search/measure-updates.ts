import type { Random } from '@/e2e/chaos/random';
import { legIdOf } from '@/server/domain/leg';
import { findFront } from '@/server/search/find-itineraries';
import { type IndexedLeg, indexLeg, type LegIndex, unindexLeg } from '@/server/search/leg-index/leg-index';
import { percentile } from '../summary';
import { findByScan } from './methods/connection-scan';
import { sameTrips, tripsOf } from './methods/found-trip';
import { buildTimetable } from './methods/timetable';
import type { BenchQuery } from './network/draw-queries';

/** Nanoseconds of one update, over batches: a single one is shorter than the clock's own call. */
export type UpdateCost = { name: string; medianNs: number; p99Ns: number };

const batches = 100;
const batchSize = 100;

/** One kind of change: what is made of a leg before the clock runs, and what is done to the index with it. */
type Update = {
  name: string;
  changed(leg: IndexedLeg, random: Random): IndexedLeg;
  apply(index: LegIndex, leg: IndexedLeg): void;
};

/** No leg of the networks has this service date: what is added under it is gone again after the cancellations. */
const addedOnDay = '2089-01-01';

function asNew(leg: IndexedLeg): IndexedLeg {
  return { ...leg, serviceDate: addedOnDay, legId: legIdOf({ ...leg, serviceDate: addedOnDay }) };
}

const updates: readonly Update[] = [
  {
    name: 'seats changed',
    changed: (leg, random) => ({ ...leg, seatsLeft: random.index(180) }),
    apply: indexLeg,
  },
  {
    name: 'fare changed',
    changed: (leg, random) => ({ ...leg, fareCents: Math.round(leg.fareCents * random.between(0.8, 1.2)) }),
    apply: indexLeg,
  },
  { name: 'leg added', changed: asNew, apply: indexLeg },
  { name: 'leg cancelled', changed: asNew, apply: (index, { legId }) => unindexLeg(index, legId) },
  {
    name: 'leg retimed',
    changed: (leg, random) => {
      const minutes = (random.index(25) - 12) * 5;
      return {
        ...leg,
        departsMinute: leg.departsMinute + minutes,
        arrivesMinute: leg.arrivesMinute + minutes,
      };
    },
    apply: indexLeg,
  },
];

type Changing = { index: LegIndex; legs: IndexedLeg[]; random: Random };

/**
 * Changes random legs in the index, kind by kind, and says what that costs. What has been added is cancelled; all else
 * stays changed, in `legs` too, so that answers can be compared afterwards.
 */
export function measureUpdates(changing: Changing): UpdateCost[] {
  return updates.map((update) => {
    const nanoseconds: number[] = [];
    for (let batch = 0; batch < batches; batch++) nanoseconds.push(applyBatch(changing, update, batch));
    return {
      name: update.name,
      medianNs: percentile(nanoseconds, 0.5),
      p99Ns: percentile(nanoseconds, 0.99),
    };
  });
}

/** Legs of a batch are apart from those of every other batch, so that no two of them become the same new leg. */
function applyBatch({ index, legs, random }: Changing, { changed, apply }: Update, batch: number): number {
  const stride = Math.max(1, Math.floor(legs.length / (batches * batchSize)));
  const places = Array.from(
    { length: batchSize },
    (_, number) => ((number * batches + batch) * stride) % legs.length,
  );
  const batchLegs = places.flatMap((place) => {
    const leg = legs[place];
    return leg ? [{ place, leg: changed(leg, random) }] : [];
  });
  const begunAt = performance.now();
  for (const { leg } of batchLegs) apply(index, leg);
  const elapsedMs = performance.now() - begunAt;
  for (const { place, leg } of batchLegs) if (leg.serviceDate !== addedOnDay) legs[place] = leg;
  return (elapsedMs * 1e6) / batchLegs.length;
}

/** How many of these queries the changed index answers otherwise than a scan over the changed legs, made anew. */
export function wrongAfterUpdates({ index, legs }: Changing, queries: readonly BenchQuery[]): string[] {
  const timetable = buildTimetable(legs);
  return queries.flatMap(({ from, to, query }) => {
    const { itineraries } = findFront(index, query);
    const isRight = sameTrips(tripsOf(itineraries, query.passengers), findByScan(timetable, query));
    return isRight ? [] : [`after updates: ${from} → ${to} on ${query.date}`];
  });
}
