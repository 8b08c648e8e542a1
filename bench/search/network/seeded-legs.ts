import { cabinTemplates } from '@/db/seed/cabin-templates';
import { readNetwork } from '@/db/seed/network';
import { writeSsim } from '@/db/seed/write-ssim';
import type { Random } from '@/e2e/chaos/random';
import { airlineCodes } from '@/server/domain/airline-code';
import { seatsOf } from '@/server/domain/cabin';
import type { DateWindow } from '@/server/schedule/operating-dates';
import type { PlannedLeg } from '@/server/schedule/plan-leg';
import { planSchedule } from '@/server/schedule/plan-schedule';
import { readSsim } from '@/server/schedule/ssim/read-ssim';
import type { IndexedLeg } from '@/server/search/leg-index/leg-index';

/** Of all legs: sold out, and nearly so. The others have any number of seats. */
const soldOutShare = 0.06;
const nearlySoldOutShare = 0.14;
const fewSeats = 6;

/**
 * The demo network of all three airlines for these dates, by the code that seeds it, without a database: what an import
 * would put on sale, with some of the seats sold.
 */
export async function seededLegs(window: DateWindow, random: Random): Promise<IndexedLeg[]> {
  const seatsByCabin = new Map(cabinTemplates.map((cabin) => [cabin.code, seatsOf(cabin).length]));
  const planned: PlannedLeg[] = [];
  for (const airline of airlineCodes) {
    const lines = writeSsim(airline, readNetwork(airline), window);
    const { legs, rejected } = await planSchedule(readSsim(lines), { airline, window, seatsByCabin });
    if (rejected[0]) throw new Error(`the network of ${airline} is no valid schedule: ${rejected[0].reason}`);
    planned.push(...legs.values());
  }
  return planned.map((leg) => indexedLegOf(leg, seatsLeftOf(leg.seats, random)));
}

/** How many of these seats are still for sale on one leg. */
export function seatsLeftOf(seats: number, random: Random): number {
  if (random.chance(soldOutShare)) return 0;
  if (random.chance(nearlySoldOutShare)) return 1 + random.index(Math.min(fewSeats, seats));
  return 1 + random.index(seats);
}

function indexedLegOf(planned: PlannedLeg, seatsLeft: number): IndexedLeg {
  const { line: _line, seats: _seats, departsAt, arrivesAt, ...leg } = planned;
  const minuteOf = (instant: Date) => Math.floor(instant.getTime() / 60_000);
  return { ...leg, departsMinute: minuteOf(departsAt), arrivesMinute: minuteOf(arrivesAt), seatsLeft };
}
