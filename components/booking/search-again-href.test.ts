import { describe, expect, it } from 'vitest';
import { type DatedLeg, searchAgainHref } from './search-again-href';

/** A leg of three hours; the airports of these tests are all three hours behind UTC. */
function leg(from: string, to: string, departsLocal: string): DatedLeg {
  const departsAt = new Date(`${departsLocal}:00-03:00`);
  const arrivesAt = new Date(departsAt.getTime() + 3 * 3_600_000);
  return { from, to, departsLocal, departsAt: departsAt.toISOString(), arrivesAt: arrivesAt.toISOString() };
}

const there = [leg('GRU', 'BSB', '2026-12-11T22:00'), leg('BSB', 'SSA', '2026-12-12T04:00')];
const back = [leg('SSA', 'GRU', '2026-12-18T09:00')];

function searchOf(legs: DatedLeg[]) {
  return Object.fromEntries(new URL(searchAgainHref(legs, 2), 'http://site').searchParams);
}

describe('the search that finds a trip again', () => {
  it('asks for both ends of a way and its local day', () => {
    expect(searchOf(there)).toMatchObject({ from: 'GRU', to: 'SSA', date: '2026-12-11', passengers: '2' });
    expect(searchOf(there)).not.toHaveProperty('return');
  });

  it('asks for the way back too', () => {
    expect(searchOf([...there, ...back])).toMatchObject({ from: 'GRU', to: 'SSA', return: '2026-12-18' });
  });

  it('asks for the far end of a trip that leads on after a stay', () => {
    const onward = leg('SSA', 'REC', '2026-12-18T09:00');
    expect(searchOf([...there, onward])).toMatchObject({ from: 'GRU', to: 'REC', date: '2026-12-11' });
  });
});
