import { describe, expect, it } from 'vitest';
import { readChoice } from './read-choice';

const leg = (number: number, from: string, date = '2026-12-11') => `giro:${number}:${date}:${from}`;

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ passengers: '2', ...fields })) form.set(name, value);
  return form;
}

describe('readChoice', () => {
  it('takes the legs of a trip one way', () => {
    expect(readChoice(formOf({ itinerary: `${leg(1, 'RBR')}|${leg(2, 'BSB')}` }))).toEqual({
      ok: true,
      legIds: [leg(1, 'RBR'), leg(2, 'BSB')],
      passengerCount: 2,
    });
  });

  it('puts the way there before the way back', () => {
    const choice = readChoice(formOf({ itinerary: leg(9, 'SSA', '2026-12-18'), outbound: leg(1, 'RBR') }));
    expect(choice).toMatchObject({ legIds: [leg(1, 'RBR'), leg(9, 'SSA', '2026-12-18')] });
  });

  it('takes four legs each way, and not one more', () => {
    const four = [1, 2, 3, 4].map((number) => leg(number, 'RBR')).join('|');
    const back = [5, 6, 7, 8].map((number) => leg(number, 'SSA')).join('|');
    expect(readChoice(formOf({ outbound: four, itinerary: back }))).toMatchObject({ ok: true });
    expect(readChoice(formOf({ outbound: four, itinerary: `${back}|${leg(9, 'BSB')}` }))).toEqual({
      ok: false,
      refused: 'INPUT_INVALID',
    });
  });

  it('refuses the same leg twice', () => {
    expect(readChoice(formOf({ outbound: leg(1, 'RBR'), itinerary: leg(1, 'RBR') }))).toEqual({
      ok: false,
      refused: 'ITINERARY_IMPOSSIBLE',
    });
  });

  it.each([
    ['nothing', {}],
    ['no leg', { itinerary: '' }],
    ['nonsense', { itinerary: '<script>' }],
    ['nobody', { itinerary: leg(1, 'RBR'), passengers: '0' }],
    ['a crowd', { itinerary: leg(1, 'RBR'), passengers: '10' }],
    ['a number that is none', { itinerary: leg(1, 'RBR'), passengers: 'two' }],
  ])('refuses %s', (_, fields) => {
    expect(readChoice(formOf(fields as Record<string, string>))).toEqual({
      ok: false,
      refused: 'INPUT_INVALID',
    });
  });
});
