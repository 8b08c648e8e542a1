import { describe, expect, it } from 'vitest';
import { momentOf } from './moment';

describe('the hour of a copy', () => {
  const now = new Date('2026-12-11T15:00:00Z');

  it('is enough on the same day in Brasília, which is not the same in UTC', () => {
    expect(momentOf('2026-12-11T13:02:00Z', now)).toEqual({ day: 'today', time: '10:02' });
    expect(momentOf('2026-12-12T01:30:00Z', new Date('2026-12-11T23:59:00Z'))).toMatchObject({
      day: 'today',
    });
  });

  it('comes with its day on any other', () => {
    expect(momentOf('2026-12-11T02:59:00Z', now)).toEqual({ day: 'other', time: '10 de dez., 23:59' });
  });
});
