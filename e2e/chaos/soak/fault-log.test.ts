import { describe, expect, it } from 'vitest';
import { airlines } from '../../api/airlines';
import { createReach } from './fault-log';

describe('since when a majority was within reach', () => {
  function reachAt() {
    const clock = { now: 100 };
    return { clock, reach: createReach(airlines, () => clock.now) };
  }

  it('is unbroken by an airline that was not needed', () => {
    const { clock, reach } = reachAt();
    clock.now = 200;
    reach.strike('boreal');
    clock.now = 300;
    reach.recover('boreal');
    expect(reach.majoritySince('rumos')).toBe(100);
    expect(reach.majoritySince('boreal')).toBe(300);
  });

  it('begins again when the partner changes', () => {
    const { clock, reach } = reachAt();
    reach.strike('boreal');
    clock.now = 300;
    reach.recover('boreal');
    reach.strike('giro');
    expect(reach.majoritySince('rumos')).toBe(300);
    expect(reach.majoritySince('giro')).toBeNull();
  });
});
