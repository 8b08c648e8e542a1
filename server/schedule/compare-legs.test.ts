import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LegId, legIdOf } from '@/server/domain/leg';
import { compareLegs, type LegRow } from './compare-legs';
import type { PlannedLeg } from './plan-leg';

const validities = [{ from: '2026-12-03', to: '2026-12-05' }];

/** Small worlds, so that plan and catalogue meet often. */
const planned = fc
  .record({
    flightNumber: fc.integer({ min: 1, max: 3 }),
    day: fc.integer({ min: 1, max: 7 }),
    hour: fc.integer({ min: 6, max: 8 }),
    cabin: fc.constantFrom('738-186', '73G-138'),
  })
  .map(({ flightNumber, day, hour, cabin }): PlannedLeg => {
    const key = { airline: 'giro' as const, flightNumber, serviceDate: `2026-12-0${day}`, from: 'GRU' };
    const departsAt = new Date(`${key.serviceDate}T0${hour}:00:00Z`);
    const arrivesAt = new Date(departsAt.getTime() + 3_600_000);
    const seats = Number(cabin.split('-')[1]);
    return {
      ...key,
      legId: legIdOf(key),
      line: 3,
      to: 'SSA',
      departsAt,
      arrivesAt,
      aircraft: '738',
      cabin,
      seats,
      fareCents: 19_990,
    };
  });

const plan = fc
  .array(planned, { maxLength: 12 })
  .map((legs) => new Map<LegId, PlannedLeg>(legs.map((leg) => [leg.legId, leg])));

function apply(rows: readonly LegRow[], changes: ReturnType<typeof compareLegs>['changes']): LegRow[] {
  const next = new Map(rows.map((row) => [row.legId, row]));
  for (const change of changes) next.set(change.next.legId, change.next);
  return [...next.values()];
}

const catalogue = plan.map((legs) => apply([], compareLegs([], { legs, validities: [] }).changes));

describe('compareLegs', () => {
  it('leaves nothing to change once its changes are made', () => {
    fc.assert(
      fc.property(catalogue, plan, (rows, legs) => {
        const after = apply(rows, compareLegs(rows, { legs, validities }).changes);
        expect(compareLegs(after, { legs, validities }).changes).toEqual([]);
      }),
    );
  });

  it('says of every planned leg that it changes or not, and cancels only inside a validity', () => {
    fc.assert(
      fc.property(catalogue, plan, (rows, legs) => {
        const { changes, unchanged } = compareLegs(rows, { legs, validities });
        const cancelled = changes.filter(({ kind }) => kind === 'cancelled').map(({ next }) => next);
        expect(changes.length - cancelled.length + unchanged).toBe(legs.size);
        for (const { legId, serviceDate } of cancelled) {
          expect(legs.has(legId)).toBe(false);
          expect(serviceDate >= '2026-12-03' && serviceDate <= '2026-12-05').toBe(true);
        }
      }),
    );
  });

  it('orders changes by service date, whatever the order of the file', () => {
    fc.assert(
      fc.property(plan, (legs) => {
        const dates = compareLegs([], { legs, validities }).changes.map(({ next }) => next.serviceDate);
        expect(dates).toEqual(dates.toSorted());
      }),
    );
  });
});
