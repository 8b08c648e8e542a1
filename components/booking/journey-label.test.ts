import { describe, expect, it } from 'vitest';
import { byJourney } from './by-journey';
import { journeyLabels } from './journey-label';

const there = [
  { from: 'RBR', to: 'BSB', departsAt: '2026-12-11T02:30:00.000Z', arrivesAt: '2026-12-11T06:00:00.000Z' },
  { from: 'BSB', to: 'SSA', departsAt: '2026-12-11T08:00:00.000Z', arrivesAt: '2026-12-11T10:00:00.000Z' },
];
const back = [
  { from: 'SSA', to: 'RBR', departsAt: '2026-12-18T12:00:00.000Z', arrivesAt: '2026-12-18T18:00:00.000Z' },
];

describe('the words for the ways of a trip', () => {
  it('name there and back, their cities and their local days', () => {
    expect(journeyLabels([...there, ...back])).toEqual([
      { direction: 'there', from: 'Rio Branco', to: 'Salvador', date: 'qui., 10 de dez.', legCount: 2 },
      { direction: 'back', from: 'Salvador', to: 'Rio Branco', date: 'sex., 18 de dez.', legCount: 1 },
    ]);
  });

  it('give a trip one way no direction', () => {
    expect(journeyLabels(there)).toMatchObject([{ direction: null, from: 'Rio Branco', to: 'Salvador' }]);
    expect(journeyLabels([])).toEqual([]);
  });

  it('deal out what belongs to each leg', () => {
    const dealt = byJourney(journeyLabels([...there, ...back]), ['12C', '4A', '7F']);
    expect(dealt.map(({ firstIndex, items }) => ({ firstIndex, items }))).toEqual([
      { firstIndex: 0, items: ['12C', '4A'] },
      { firstIndex: 2, items: ['7F'] },
    ]);
  });
});
