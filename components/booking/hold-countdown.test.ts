import { describe, expect, it } from 'vitest';
import { clockFace, dueAnnouncement, remainingMs } from './hold-countdown';
import { betterOffset } from './server-clock';

describe('dueAnnouncement', () => {
  it.each([
    [301_000, 299_500, 300],
    [300_500, 300_000, 300],
    [299_500, 298_500, null],
    [120_400, 119_400, 120],
    [60_900, 59_900, 60],
    [900, 0, 0],
    [0, 0, null],
  ])('from %i ms to %i ms left says %s', (before, now, spoken) => {
    expect(dueAnnouncement(before, now)).toBe(spoken);
  });

  it('says only the latest when the page slept through several', () => {
    expect(dueAnnouncement(400_000, 90_000)).toBe(120);
  });

  it('speaks exactly four times in ten minutes', () => {
    const spoken: number[] = [];
    for (let left = 600_000; left > 0; left -= 250) {
      const due = dueAnnouncement(left, left - 250);
      if (due !== null) spoken.push(due);
    }
    expect(spoken).toEqual([300, 120, 60, 0]);
  });
});

describe('the clock', () => {
  it('shows minutes and seconds, rounded up', () => {
    expect(clockFace(600_000)).toBe('10:00');
    expect(clockFace(64_001)).toBe('1:05');
    expect(clockFace(0)).toBe('0:00');
  });

  it('never goes below zero', () => {
    expect(remainingMs(1_000, 5_000)).toBe(0);
  });

  it('trusts the observation with the least delay', () => {
    expect(betterOffset(null, -400)).toBe(-400);
    expect(betterOffset(-400, -90_000)).toBe(-400);
    expect(betterOffset(-400, -20)).toBe(-20);
  });
});
