import { describe, expect, it } from 'vitest';
import { maxLayoverMinutes } from './connection-rules';
import { destinationOf, isReturnTrip, journeysOf, originOf, type TravelledLeg } from './journeys';

/** `RBR 08:00 10:00 BSB` on day 10 unless another day stands in front: `11 BSB 08:00 10:00 SSA`. */
function legOf(text: string): TravelledLeg {
  const words = text.split(' ');
  const day = words.length === 5 ? words.shift() : '10';
  const [from = '', departs, arrives, to = ''] = words;
  const instant = (time: string | undefined) => `2026-12-${day}T${time}:00.000Z`;
  return { from, to, departsAt: instant(departs), arrivesAt: instant(arrives) };
}

/** Journeys as `RBR-SSA`, apart by `⇄` when they are there and back, else by `+`. */
function shapeOf(...legs: string[]): string {
  const journeys = journeysOf(legs.map(legOf));
  return journeys
    .map((journey) => `${originOf(journey)}-${destinationOf(journey)}`)
    .join(isReturnTrip(journeys) ? ' ⇄ ' : ' + ');
}

const cases: [claim: string, legs: string[], shape: string][] = [
  ['one leg is one way', ['RBR 08:00 10:00 BSB'], 'RBR-BSB'],
  ['connections are one way', ['RBR 08:00 10:00 BSB', 'BSB 11:00 13:00 SSA'], 'RBR-SSA'],
  [
    'a night on the way is a connection up to a day',
    ['RBR 08:00 10:00 BSB', '11 BSB 10:00 13:00 SSA'],
    'RBR-SSA',
  ],
  [
    'a change of airport inside the city is a connection',
    ['REC 08:00 10:00 GRU', 'CGH 14:00 15:00 CNF'],
    'REC-CNF',
  ],
  [
    'through one city twice is still one way when it ends elsewhere than it began',
    ['REC 06:00 08:00 GRU', 'GRU 09:00 10:00 BSB', 'BSB 11:00 12:00 CGH'],
    'REC-CGH',
  ],
  [
    'a week later is a way back',
    ['RBR 08:00 10:00 BSB', 'BSB 11:00 13:00 SSA', '17 SSA 08:00 10:00 GRU', '17 GRU 11:00 13:00 RBR'],
    'RBR-SSA ⇄ SSA-RBR',
  ],
  [
    'the way back may pass the airports of the way there',
    ['RBR 06:00 08:00 BSB', 'BSB 09:00 11:00 SSA', 'SSA 12:00 14:00 BSB', 'BSB 20:00 22:00 RBR'],
    'RBR-SSA ⇄ SSA-RBR',
  ],
  [
    'there and back on one day, one leg each',
    ['GRU 06:00 07:00 GIG', 'GIG 20:00 21:00 GRU'],
    'GRU-GIG ⇄ GIG-GRU',
  ],
  [
    'a day trip turns at its longest stay when the ways go over different airports',
    ['RBR 00:00 02:00 BSB', 'BSB 03:00 05:00 SSA', 'SSA 15:00 17:00 GRU', 'GRU 19:00 22:00 RBR'],
    'RBR-SSA ⇄ SSA-RBR',
  ],
  [
    'a day trip turns where no airport is passed twice, however short the stay',
    ['RBR 00:00 02:00 BSB', 'BSB 08:00 10:00 SSA', 'SSA 11:00 13:00 BSB', 'BSB 19:00 21:00 RBR'],
    'RBR-SSA ⇄ SSA-RBR',
  ],
  [
    'out from one airport of the city and back to another',
    ['GRU 06:00 09:00 REC', '12 REC 06:00 09:00 CGH'],
    'GRU-REC ⇄ REC-CGH',
  ],
  ['the same on one day', ['GRU 06:00 09:00 REC', 'REC 18:00 21:00 CGH'], 'GRU-REC ⇄ REC-CGH'],
  [
    'into one airport of the city and out from another',
    ['REC 06:00 09:00 GRU', '12 CGH 06:00 09:00 REC'],
    'REC-GRU ⇄ CGH-REC',
  ],
  [
    'the same on one day, with hours between',
    ['REC 06:00 09:00 GRU', 'CGH 18:00 21:00 REC'],
    'REC-GRU ⇄ CGH-REC',
  ],
  [
    'four legs there and four back',
    [
      'RBR 00:00 01:00 PVH',
      'PVH 02:00 03:00 MAO',
      'MAO 04:00 06:00 BSB',
      'BSB 08:00 10:00 SSA',
      '20 SSA 00:00 02:00 BSB',
      '20 BSB 03:00 05:00 MAO',
      '20 MAO 06:00 07:00 PVH',
      '20 PVH 08:00 09:00 RBR',
    ],
    'RBR-SSA ⇄ SSA-RBR',
  ],
  [
    'two stays are three journeys and no return',
    ['RBR 08:00 10:00 BSB', '14 BSB 08:00 10:00 SSA', '18 SSA 08:00 10:00 RBR'],
    'RBR-BSB + BSB-SSA + SSA-RBR',
  ],
  [
    'back to another city is no return',
    ['RBR 08:00 10:00 BSB', '14 BSB 08:00 10:00 SSA'],
    'RBR-BSB + BSB-SSA',
  ],
  ['a gap is a leg that is not known here', ['RBR 08:00 10:00 BSB', 'SSA 12:00 14:00 REC'], 'RBR-REC'],
  ['no legs are no journey', [], ''],
];

describe('the journeys of a trip', () => {
  it.each(cases)('%s', (_claim, legs, shape) => {
    expect(shapeOf(...legs)).toBe(shape);
  });

  it.each([
    [maxLayoverMinutes, 1],
    [maxLayoverMinutes + 1, 2],
  ])('end where the search ends: after %i minutes on the ground there are %i', (minutes, count) => {
    const landed = Date.parse('2026-12-10T10:00:00.000Z');
    const departsAt = new Date(landed + minutes * 60_000).toISOString();
    const before = legOf('RBR 08:00 10:00 BSB');
    const after = { from: 'BSB', to: 'SSA', departsAt, arrivesAt: departsAt };
    expect(journeysOf([before, after])).toHaveLength(count);
  });

  it('keep every leg in its order', () => {
    const legs = ['RBR 08:00 10:00 BSB', 'BSB 11:00 13:00 SSA', '17 SSA 08:00 10:00 RBR'].map(legOf);
    expect(journeysOf(legs).flat()).toEqual(legs);
  });
});
