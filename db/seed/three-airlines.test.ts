import { beforeAll, describe, expect, it } from 'vitest';
import { airlineCodes } from '@/server/domain/airline-code';
import { seatsOf } from '@/server/domain/cabin';
import { addDays } from '@/server/domain/local-time';
import type { PlannedLeg } from '@/server/schedule/plan-leg';
import { planSchedule } from '@/server/schedule/plan-schedule';
import { readSsim } from '@/server/schedule/ssim/read-ssim';
import { cabinTemplates } from './cabin-templates';
import { readNetwork } from './network';
import { writeSsim } from './write-ssim';

/** The demo's promise: a trip between Rio Branco and Salvador, at most two stops, takes all three airlines, every day. */
const week = Array.from({ length: 7 }, (_, day) => addDays('2026-12-07', day));
const window = { from: '2026-12-07', to: '2026-12-16' };
const seatsByCabin = new Map(cabinTemplates.map((cabin) => [cabin.code, seatsOf(cabin).length]));
const legsByOrigin = new Map<string, PlannedLeg[]>();

beforeAll(async () => {
  for (const airline of airlineCodes) {
    const lines = writeSsim(airline, readNetwork(airline), window);
    const { legs, rejected } = await planSchedule(readSsim(lines), { airline, window, seatsByCabin });
    expect(rejected).toEqual([]);
    for (const leg of legs.values()) {
      if (!legsByOrigin.has(leg.from)) legsByOrigin.set(leg.from, []);
      departures(leg.from).push(leg);
    }
  }
});

function connects(arriving: PlannedLeg, departing: PlannedLeg): boolean {
  const minutes = (departing.departsAt.getTime() - arriving.arrivesAt.getTime()) / 60_000;
  return minutes >= (arriving.airline === departing.airline ? 45 : 60) && minutes <= 24 * 60;
}

function itineraries(origin: string, destination: string, date: string): PlannedLeg[][] {
  const after = (leg: PlannedLeg) =>
    departures(leg.to).filter((next) => next.to !== origin && connects(leg, next));
  const lasts = [...legsByOrigin.values()].flat().filter((leg) => leg.to === destination);
  const endingWith = (legs: PlannedLeg[], stop: PlannedLeg) =>
    lasts.filter((last) => last.from === stop.to && connects(stop, last)).map((last) => [...legs, last]);
  const firsts = departures(origin).filter(({ serviceDate }) => serviceDate === date);
  return firsts.flatMap((first) => [
    ...(first.to === destination ? [[first]] : endingWith([first], first)),
    ...after(first).flatMap((second) =>
      second.to === destination ? [] : endingWith([first, second], second),
    ),
  ]);
}

function departures(iata: string): PlannedLeg[] {
  return legsByOrigin.get(iata) ?? [];
}

describe.each([
  ['RBR', 'SSA'],
  ['SSA', 'RBR'],
])('%s → %s', (origin, destination) => {
  it.each(week)('on %s takes all three airlines, within twelve hours', (date) => {
    const trips = itineraries(origin, destination, date);
    const hours = trips.map((legs) => {
      const [first, last] = [legs[0], legs.at(-1)];
      return first && last ? (last.arrivesAt.getTime() - first.departsAt.getTime()) / 3_600_000 : Infinity;
    });
    expect(Math.min(...hours)).toBeLessThan(12);
    expect(trips.filter((legs) => new Set(legs.map(({ airline }) => airline)).size !== 3)).toEqual([]);
  });
});
