import { expect, it } from 'vitest';
import { setUpCatalogues } from '@/server/catalogue/testing/set-up-catalogues';
import { getItinerary } from './get-itinerary';
import { searchItineraries } from './search-itineraries';

const at = (time: string) => ({ departsAt: new Date(`2026-12-10T${time}Z`) });

const alliance = setUpCatalogues({
  rumos: [
    { flightNumber: 1, ...at('09:00'), destination: 'BSB' },
    { flightNumber: 2, ...at('13:00'), origin: 'BSB', seatsLeft: 2 },
    { flightNumber: 3, ...at('13:00'), origin: 'BSB', destination: 'GRU' },
    { flightNumber: 4, ...at('11:30'), origin: 'BSB', destination: 'SSA' },
    { flightNumber: 5, ...at('13:00'), origin: 'BSB', destination: 'CGH', status: 'cancelled' },
    { flightNumber: 6, ...at('18:00'), origin: 'GRU', destination: 'BSB' },
  ],
  giro: [{ flightNumber: 1, ...at('17:00'), origin: 'SSA', destination: 'GIG' }],
});

const first = 'rumos:1:2026-12-10:GRU';
const second = 'rumos:2:2026-12-10:BSB';
const third = 'giro:1:2026-12-10:SSA';
const get = (ids: readonly string[], passengers = 2) =>
  getItinerary(alliance.airlines.rumos, { id: ids.join('|'), passengers });

it('is what the search found', async () => {
  const query = { from: 'GRU', to: 'GIG', date: '2026-12-10', passengers: 2 };
  const { itineraries } = await searchItineraries(alliance.airlines.rumos, query);
  expect(itineraries[0]?.id).toBe([first, second, third].join('|'));
  expect(await get([first, second, third])).toEqual({ ...itineraries[0], pareto: false });
});

it('is not bookable with too few seats, or with an airline out of reach', async () => {
  expect((await get([first, second], 3)).bookable).toBe(false);
  alliance.states.set('giro', 'offline');
  expect((await get([first, second])).bookable).toBe(true);
  expect((await get([first, second, third])).bookable).toBe(false);
});

const nobodys = 'boreal:9:2026-12-10:GRU';
const cancelled = 'rumos:5:2026-12-10:BSB';
const tooEarly = 'rumos:4:2026-12-10:BSB';
const back = 'rumos:3:2026-12-10:BSB';

it.each([
  ['a leg that nobody published', [nobodys], { code: 'LEG_UNKNOWN', details: { legId: nobodys } }],
  ['a cancelled leg', [cancelled], { code: 'LEG_CANCELLED', details: { legId: cancelled } }],
  [
    'a leg that begins elsewhere',
    [first, third],
    { code: 'ITINERARY_IMPOSSIBLE', details: { legId: third } },
  ],
  ['too little time', [first, tooEarly], { code: 'ITINERARY_IMPOSSIBLE', details: { legId: tooEarly } }],
  ['the wrong order', [second, first], { code: 'ITINERARY_IMPOSSIBLE', details: { legId: first } }],
  ['a way back', [first, back], { code: 'ITINERARY_IMPOSSIBLE', details: { legId: back } }],
  ['a leg twice', [first, first], { code: 'ITINERARY_IMPOSSIBLE', details: { legId: first } }],
  ['a text that names no legs', ['one', 'two'], { code: 'INPUT_INVALID', details: { field: 'id.0' } }],
  ['an empty text', [], { code: 'INPUT_INVALID', details: { field: 'id.0' } }],
  ['five legs', [first, first, first, first, first], { code: 'INPUT_INVALID', details: { field: 'id' } }],
])('%s is refused', async (_what, ids, refusal) => {
  await expect(get(ids)).rejects.toMatchObject(refusal);
});

it('a number of passengers that nobody books is refused', async () => {
  await expect(get([first], 0)).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    details: { field: 'passengers' },
  });
});

it('a leg whose sales have closed is refused', async () => {
  alliance.time.now = new Date('2026-12-10T08:00:00.000Z');
  await expect(get([first, second])).rejects.toMatchObject({
    code: 'CUT_OFF_PASSED',
    details: { legId: first },
  });
});
