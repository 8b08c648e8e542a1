import { cabins, catalogues, legs } from '@/db/schema';
import { airlineCodes } from '../domain/airline-code';
import type { Cabin } from '../domain/cabin';
import { type LegId, legIdOf, parseLegId } from '../domain/leg';
import type { TestAlliance } from './alliance';

/** Three rows of four: small enough that a test names every seat. Row 1 has extra legroom (R$ 45), 2 and 3 are front (R$ 25). */
export const smallCabin: Cabin = {
  code: 'AT7-12',
  name: 'Small test cabin',
  letters: 'ABCD',
  aisleAfter: 'B',
  firstRow: 1,
  lastRow: 3,
  skippedRows: [],
  exitRows: [],
  extraLegroomRows: [1],
  fixedBackRows: [3],
  absentSeats: [],
};

export const fareCents = 20_000;

/** One itinerary over all three airlines, three weeks after the test's time: RBR → BSB → CNF → SSA. */
export const interlineLegs = {
  rumos: legIdOf({ airline: 'rumos', flightNumber: 101, serviceDate: '2026-12-22', from: 'RBR' }),
  giro: legIdOf({ airline: 'giro', flightNumber: 202, serviceDate: '2026-12-22', from: 'BSB' }),
  boreal: legIdOf({ airline: 'boreal', flightNumber: 303, serviceDate: '2026-12-22', from: 'CNF' }),
} as const;

const destinations: Record<string, string> = { RBR: 'BSB', BSB: 'CNF', CNF: 'SSA' };
const departureHours: Record<string, number> = { RBR: 12, BSB: 17, CNF: 20 };

/** Puts the three legs and their cabins into every airline's catalogue, as if all had copied each other's. */
export async function seedInterlineLegs({ airlines }: TestAlliance): Promise<void> {
  for (const { db } of Object.values(airlines)) {
    await db
      .insert(cabins)
      .values(airlineCodes.map((airline) => ({ airline, code: smallCabin.code, layout: smallCabin })));
    await db.insert(catalogues).values(airlineCodes.map((airline) => ({ airline, changeSeq: 1 })));
    await db.insert(legs).values(Object.values(interlineLegs).map(legRow));
  }
}

function legRow(legId: LegId): typeof legs.$inferInsert {
  const { airline, flightNumber, serviceDate, from } = parseLegId(legId);
  const departsAt = new Date(
    Date.parse(`${serviceDate}T00:00:00Z`) + (departureHours[from] ?? 0) * 3_600_000,
  );
  return {
    legId,
    airline,
    flightNumber,
    serviceDate,
    origin: from,
    destination: destinations[from] ?? 'GRU',
    departsAt,
    arrivesAt: new Date(departsAt.getTime() + 2 * 3_600_000),
    aircraft: 'AT7',
    cabin: smallCabin.code,
    fareCents,
    seatsLeft: 12,
    changeSeq: 1,
  };
}
