import { describe, expect, it } from 'vitest';
import { ssimFile, ssimLeg } from '@/server/testing/ssim-file';
import { importWindow, planSchedule, type SchedulePlan } from './plan-schedule';
import { readSsim } from './ssim/read-ssim';

const window = { from: '2026-12-05', to: '2026-12-08' };
const seatsByCabin = new Map([
  ['738-186', 186],
  ['738-189', 189],
]);

function planOf(legs: string[], options: Parameters<typeof ssimFile>[1] = {}): Promise<SchedulePlan> {
  return planSchedule(readSsim([ssimFile(legs, options)]), { airline: 'giro', window, seatsByCabin });
}

describe('planSchedule', () => {
  it('makes dated legs with instants, cabin and fare, only inside the window', async () => {
    const { legs, validities, rejected } = await planOf([ssimLeg({ days: '1    6' })]);
    expect(rejected).toEqual([]);
    expect(validities).toEqual([window]);
    expect([...legs.keys()]).toEqual(['giro:1000:2026-12-05:GRU', 'giro:1000:2026-12-07:GRU']);
    expect([...legs.values()][0]).toMatchObject({
      departsAt: new Date('2026-12-05T13:00:00Z'),
      arrivesAt: new Date('2026-12-05T15:25:00Z'),
      from: 'GRU',
      to: 'SSA',
      aircraft: '738',
      cabin: '738-186',
      seats: 186,
      fareCents: expect.any(Number),
    });
  });

  it('takes the cabin with the stated number of seats, the default one when none is stated', async () => {
    const { legs } = await planOf([ssimLeg({ config: 'Y189' }), ssimLeg({ flight: '2', config: '' })]);
    expect(legs.get('giro:1000:2026-12-05:GRU' as never)?.cabin).toBe('738-189');
    expect(legs.get('giro:2:2026-12-05:GRU' as never)?.cabin).toBe('738-186');
  });

  it('skips and counts marketing legs and services that are not sold', async () => {
    const plan = await planOf([
      ssimLeg({}),
      ssimLeg({ flight: '2', codeshare: 'L', origin: 'JFK' }),
      ssimLeg({ flight: '3', service: 'F' }),
      ssimLeg({ flight: '4', service: 'P' }),
      ssimLeg({ flight: '5', service: 'S' }),
    ]);
    expect(plan.rejected).toEqual([]);
    expect(plan.skipped).toEqual({ marketing: 1, notSold: 2 });
    expect(plan.legs.size).toBe(8);
  });

  it('names a UTC leg after its local date, and the legs after it too', async () => {
    const options = { timeMode: 'U' };
    const first = ssimLeg({ departure: '0100', arrival: '0330' });
    const second = ssimLeg({
      leg: '02',
      origin: 'SSA',
      departure: '0430',
      destination: 'REC',
      arrival: '0600',
    });
    const { legs, rejected } = await planOf([first, second], options);
    expect(rejected).toEqual([]);
    expect(legs.get('giro:1000:2026-12-05:GRU' as never)?.departsAt).toEqual(
      new Date('2026-12-06T01:00:00Z'),
    );
    expect(legs.get('giro:1000:2026-12-05:SSA' as never)?.departsAt).toEqual(
      new Date('2026-12-06T04:30:00Z'),
    );
    expect(legs.size).toBe(8);
  });

  it('allows variations of one number on different days', async () => {
    const { legs, rejected } = await planOf([
      ssimLeg({ days: '     67' }),
      ssimLeg({ days: '12345', variation: '02', departure: '1100', arrival: '1325' }),
    ]);
    expect(rejected).toEqual([]);
    expect(legs.size).toBe(4);
  });
});

describe('a schedule that cannot be right', () => {
  it.each([
    ['an unknown airport', { destination: 'ZZZ' }, 'unknown airport ZZZ'],
    [
      'an aircraft that the airline does not fly',
      { aircraft: 'AT7' },
      'no cabin for aircraft AT7 with 186 seats',
    ],
    ['a seat count without a cabin', { config: 'Y170' }, 'no cabin for aircraft 738 with 170 seats'],
    ['one airport twice', { destination: 'GRU' }, 'departs from and arrives at GRU'],
    ['an arrival before the departure', { arrival: '0900' }, 'arrives before it departs'],
    ['a flight of two days', { variations: '02' }, 'takes 3025 minutes'],
    [
      'summer time that Brazil no longer has',
      { departureOffset: '-0200' },
      'UTC variation -120 minutes at GRU is not that of America/Sao_Paulo on 2026-12-05',
    ],
  ])('is refused by line: %s', async (_, fields, reason) => {
    const { rejected } = await planOf([ssimLeg({ flight: '1' }), ssimLeg(fields)]);
    expect(rejected).toEqual([{ line: 4, reason }]);
  });

  it('is refused when variations of one number overlap on a date', async () => {
    const { rejected } = await planOf([ssimLeg({}), ssimLeg({ variation: '02', days: '      7' })]);
    expect(rejected).toEqual([{ line: 4, reason: 'flight 1000 leaves GRU on 2026-12-06 in line 3 already' }]);
  });

  it('is refused when it is the schedule of another airline, without a word on its legs', async () => {
    const { rejected, legs } = await planOf([ssimLeg({ airline: 'RM', destination: 'ZZZ' })], {
      airline: 'RM',
    });
    expect(rejected).toEqual([{ line: 2, reason: 'this is the schedule of RM, not of GI' }]);
    expect(legs.size).toBe(0);
  });

  it('is refused when it would leave nothing to sell', async () => {
    expect((await planOf([ssimLeg({ service: 'P' })])).rejected).toEqual([
      { line: 1, reason: 'the file states no leg that is sold to the public' },
    ]);
  });

  it('stops reading after 200 faults', async () => {
    const legs = Array.from({ length: 300 }, (_, index) =>
      ssimLeg({ flight: String(index + 1), destination: 'ZZZ' }),
    );
    expect((await planOf(legs)).rejected).toHaveLength(200);
  });

  it('only warns when the carrier record is narrower than its legs, and then speaks for less', async () => {
    const plan = await planOf([ssimLeg({})], { to: '06DEC26' });
    expect(plan.warnings).toEqual([
      { line: 3, reason: 'the period exceeds the validity of the carrier record' },
    ]);
    expect(plan.validities).toEqual([{ from: '2026-12-05', to: '2026-12-06' }]);
    expect(plan.legs.size).toBe(4);
  });
});

describe('importWindow', () => {
  it('starts today at the earliest and ends at the horizon', () => {
    expect(importWindow('2026-12-01', {})).toEqual({ from: '2026-12-01', to: '2028-01-05' });
    expect(importWindow('2026-12-01', { from: '2026-11-01', to: '2026-12-09' })).toEqual({
      from: '2026-12-01',
      to: '2026-12-09',
    });
    expect(importWindow('2026-12-01', { to: '2026-11-30' })).toBeNull();
  });
});
