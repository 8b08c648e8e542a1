import { parseScheduleDataSet, validateScheduleDataSet } from 'iata-ssim';
import { describe, expect, it } from 'vitest';
import { airlineCodes } from '@/server/domain/airline-code';
import { readSsim, type SsimEntry } from '@/server/schedule/ssim/read-ssim';
import { blockMinutes } from './block-minutes';
import { readNetwork, type WeeklyFlight } from './network';
import { writeSsim } from './write-ssim';

const window = { from: '2026-12-01', to: '2027-03-31' };

const nightFlight: WeeklyFlight = {
  flightNumber: 42,
  from: 'REC',
  to: 'MAO',
  aircraft: '32N',
  departureMinute: 23 * 60 + 50,
  days: [2, 5],
};

async function legsOf(flights: WeeklyFlight[]) {
  const entries: SsimEntry[] = [];
  for await (const entry of readSsim(writeSsim('boreal', flights, window))) entries.push(entry);
  return entries;
}

describe('writeSsim', () => {
  it('writes local times, the zones of both airports and the day of arrival', async () => {
    const entries = await legsOf([nightFlight]);
    expect(entries).toMatchObject([
      {
        kind: 'carrier',
        carrier: { designator: 'BO', timeMode: 'local', validFrom: window.from, validTo: window.to },
      },
      {
        kind: 'leg',
        leg: {
          flightNumber: 42,
          periodFrom: window.from,
          periodTo: window.to,
          days: [2, 5],
          departure: { station: 'REC', minute: 1430, offsetMinutes: -180, dayVariation: 0 },
          arrival: { station: 'MAO', offsetMinutes: -240, dayVariation: 1 },
          aircraft: '32N',
          seats: 174,
        },
      },
    ]);
  });

  it('arrives the day before only where clocks say so', async () => {
    const [, entry] = await legsOf([
      { ...nightFlight, from: 'PVH', to: 'RBR', aircraft: 'AT7', departureMinute: 0 },
    ]);
    expect(entry).toMatchObject({ leg: { arrival: { minute: 30, dayVariation: 0 } } });
  });

  it.each(airlineCodes)('writes the network of %s without a fault in the eyes of iata-ssim', (airline) => {
    const text = [...writeSsim(airline, readNetwork(airline), window)].join('');
    const dataSet = parseScheduleDataSet(text, { strict: true });
    expect(validateScheduleDataSet(dataSet)).toEqual([]);
    expect(dataSet.carriers[0]?.flightLegs).toHaveLength(readNetwork(airline).length);
  });
});

it('block times are those of real flights within ten minutes', () => {
  expect(blockMinutes('738', 366)).toBe(65);
  expect(Math.abs(blockMinutes('320', 2_690) - 230)).toBeLessThanOrEqual(10);
  expect(Math.abs(blockMinutes('AT7', 458) - 90)).toBeLessThanOrEqual(10);
});
