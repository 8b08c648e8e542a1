import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type FlightLegRecord, parseScheduleDataSet, validateScheduleDataSet } from 'iata-ssim';
import { describe, expect, it } from 'vitest';
import { readSsim, type SsimEntry } from './read-ssim';
import type { SsimLeg } from './records';

/** Real and generated sample files that are not part of the repository. */
const folder = resolve('../shared/data/ssim');
const present = existsSync(folder);
if (!present) console.warn(`skipped: the SSIM samples are not at ${folder}`);

async function read(file: string): Promise<SsimEntry[]> {
  const entries: SsimEntry[] = [];
  for await (const entry of readSsim([readFileSync(resolve(folder, file))])) entries.push(entry);
  return entries;
}

const minutesOf = (time: { h: number; m: number } | null) => (time ? time.h * 60 + time.m : null);
const dateOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** The oracle's record in our terms. */
function translate(record: FlightLegRecord) {
  return {
    suffix: record.operationalSuffix.trim(),
    designator: record.airlineDesignator.trim(),
    flightNumber: Number(record.flightNumber),
    variation: Number(record.itineraryVariationId),
    legSequence: Number(record.legSequenceNumber),
    serviceType: record.serviceType,
    periodFrom: dateOf(record.periodFrom),
    periodTo: dateOf(record.periodTo),
    days: record.daysOfOperation,
    fortnightly: record.frequencyRate === '2',
    from: record.departure.station,
    departure: minutesOf(record.departure.stdPassenger),
    departureOffset: record.departure.utcOffsetMinutes,
    to: record.arrival.station,
    arrival: minutesOf(record.arrival.staPassenger),
    arrivalOffset: record.arrival.utcOffsetMinutes,
    aircraft: record.aircraftType,
    marketingOnly: record.codeShareWetLease === 'L',
    serial: record.serialNumber,
  };
}

function flatten({ kind: _, departure, arrival, seats: __, ...leg }: SsimLeg) {
  return {
    ...leg,
    from: departure.station,
    departure: departure.minute,
    departureOffset: departure.offsetMinutes,
    to: arrival.station,
    arrival: arrival.minute,
    arrivalOffset: arrival.offsetMinutes,
  };
}

describe.skipIf(!present)('compared with iata-ssim', () => {
  it.each(['avionworx_sample.ssim', 'rumos_S26.ssim', 'giro_S26.ssim'])(
    '%s: every leg, every field',
    async (file) => {
      const oracle = parseScheduleDataSet(readFileSync(resolve(folder, file), 'latin1'), { strict: true });
      const expected = oracle.carriers.flatMap((block) => block.flightLegs.map(translate));
      const entries = await read(file);
      const legs = entries.flatMap((entry) => (entry.kind === 'leg' ? [flatten(entry.leg)] : []));
      expect(entries.filter((entry) => entry.kind === 'rejected')).toEqual([]);
      expect(legs.length).toBeGreaterThan(490);
      expect(legs).toEqual(expected);
    },
  );

  it('both refuse the duplicates and the segments of another airline', async () => {
    const duplicates = await read('avionworx_sample_with_duplicates.ssim');
    expect(duplicates.filter((entry) => entry.kind === 'rejected')).toMatchObject([
      { line: 13, reason: 'repeats XX 41 variation 1 leg 1 of line 11' },
      { line: 14, reason: 'repeats XX 42 variation 1 leg 1 of line 12' },
      { line: 18, reason: expect.stringContaining('lines are missing') },
    ]);
    const foreign = await read('anilkulkarni_sample.ssim');
    const rejected = foreign.flatMap((entry) => (entry.kind === 'rejected' ? [entry] : []));
    expect(rejected.slice(0, 3)).toMatchObject([520, 521, 522].map((line) => ({ line })));
    expect(rejected[0]?.reason).toContain('airline AF inside the block of XX');
    const oracle = parseScheduleDataSet(readFileSync(resolve(folder, 'anilkulkarni_sample.ssim'), 'latin1'));
    const issues = validateScheduleDataSet(oracle);
    expect(issues.map((issue) => issue.lineNumber)).toEqual(expect.arrayContaining([520, 521, 522]));
  });
});
