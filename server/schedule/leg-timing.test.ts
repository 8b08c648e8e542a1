import { describe, expect, it } from 'vitest';
import { ssimLeg } from '@/server/testing/ssim-file';
import { legTiming } from './leg-timing';
import { parseRecord, type SsimLeg } from './ssim/records';

function leg(fields: Parameters<typeof ssimLeg>[0]): SsimLeg {
  const { record } = parseRecord(`${ssimLeg(fields).slice(0, 194)}000003`);
  if (record?.kind !== 'leg') throw new Error('not a leg');
  return record;
}

describe('legTiming', () => {
  it('turns local time and UTC variation into UTC', () => {
    const timing = legTiming(leg({ departure: '2230', arrival: '0010', variations: '01' }), 'local');
    expect(timing).toEqual({
      departsAfterMinutes: 1530,
      blockMinutes: 100,
      localDayShift: 0,
      departureMinute: 1350,
    });
  });

  it('takes the first arrival after the departure when the date variation is blank', () => {
    const blank = { variations: '  ' };
    expect(legTiming(leg({ ...blank, departure: '2230', arrival: '0010' }), 'local').blockMinutes).toBe(100);
    expect(legTiming(leg({ ...blank, departure: '1000', arrival: '1200' }), 'local').blockMinutes).toBe(120);
  });

  it('arrives "before" it departs when it flies west through a zone', () => {
    const west = leg({ departure: '1000', arrival: '0930', arrivalOffset: '-0400', variations: '  ' });
    expect(legTiming(west, 'local').blockMinutes).toBe(30);
  });

  it('does not mend a stated date variation that is wrong', () => {
    expect(
      legTiming(leg({ departure: '2230', arrival: '0010', variations: '00' }), 'local').blockMinutes,
    ).toBe(-1340);
  });

  it('reads 2400 as the end of the day', () => {
    expect(legTiming(leg({ departure: '2300', arrival: '2400' }), 'local').blockMinutes).toBe(60);
  });

  it('takes UTC times as they are and knows the local date behind them', () => {
    const night = leg({ departure: '0130', arrival: '0300' });
    expect(legTiming(night, 'utc')).toEqual({
      departsAfterMinutes: 90,
      blockMinutes: 90,
      localDayShift: -1,
      departureMinute: 1350,
    });
  });

  it('counts the days of a later leg from the first departure', () => {
    const second = leg({ leg: '02', departure: '0030', arrival: '0200', variations: '11' });
    expect(legTiming(second, 'local')).toMatchObject({
      departsAfterMinutes: 1440 + 30 + 180,
      localDayShift: 1,
    });
  });
});
