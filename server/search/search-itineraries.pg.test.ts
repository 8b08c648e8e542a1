import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { changeLogs, legs } from '@/db/schema';
import type { Airline } from '@/server/airline';
import { publishLegs } from '@/server/catalogue/testing/catalogue-airlines';
import { copyCatalogue } from '@/server/catalogue/testing/copy-catalogue';
import { setUpCatalogues } from '@/server/catalogue/testing/set-up-catalogues';
import { itinerarySorts } from '@/server/domain/itinerary';
import { searchItineraries } from './search-itineraries';
import type { SearchQueryInput } from './search-query';

const at = (time: string) => ({ departsAt: new Date(`2026-12-${time}Z`) });

const alliance = setUpCatalogues({
  rumos: [
    { flightNumber: 1, origin: 'RBR', destination: 'BSB', ...at('10T10:00') },
    { flightNumber: 2, origin: 'RBR', destination: 'BSB', ...at('10T03:00') },
    { flightNumber: 3, origin: 'BSB', ...at('10T18:00'), fareCents: 90_000, seatsLeft: 2 },
    { flightNumber: 4, origin: 'RBR', ...at('10T11:00'), status: 'cancelled' },
  ],
  giro: [
    { flightNumber: 1, origin: 'BSB', ...at('10T13:30'), fareCents: 40_000 },
    { flightNumber: 2, origin: 'CGH', ...at('10T20:00') },
  ],
  boreal: [{ flightNumber: 1, origin: 'BSB', destination: 'GRU', ...at('10T13:00') }],
});

const search = (query: Partial<SearchQueryInput> = {}) =>
  searchItineraries(alliance.airlines.rumos, {
    from: 'RBR',
    to: 'SSA',
    date: '2026-12-10',
    passengers: 2,
    ...query,
  });

test('legs of several airlines make one itinerary, with local times and the fare of everybody', async () => {
  const { itineraries, airlines, truncated } = await search();
  expect(itineraries.map(({ id }) => id)).toEqual([
    'rumos:1:2026-12-10:RBR|giro:1:2026-12-10:BSB',
    'rumos:1:2026-12-10:RBR|rumos:3:2026-12-10:BSB',
  ]);
  expect(itineraries[0]).toMatchObject({
    totalFareCents: 180_000,
    durationMinutes: 330,
    stops: 1,
    connectionsMinutes: [90],
    pareto: true,
    bookable: true,
    legs: [
      { departsLocal: '2026-12-10T05:00', departsZone: 'America/Rio_Branco' },
      { arrivesLocal: '2026-12-10T12:30' },
    ],
  });
  expect(itineraries[1]?.pareto).toBe(false);
  expect(airlines.giro).toEqual({ state: 'live', asOf: '2026-12-01T12:00:00.000Z' });
  expect(truncated).toBe(false);
});

test('the date is the one at the origin: 03:00 UTC is still the day before in Rio Branco', async () => {
  const { itineraries } = await search({ date: '2026-12-09' });
  expect(itineraries.map(({ legs }) => legs[0]?.flightNumber)).toEqual([2, 2]);
});

test('a leg with fewer seats than passengers is passed by', async () => {
  const { itineraries } = await search({ passengers: 3 });
  expect(itineraries.map(({ legs }) => legs.at(-1)?.airline)).toEqual(['giro']);
});

test('only the asked airlines are flown', async () => {
  const { itineraries } = await search({ airlines: ['rumos'] });
  expect(itineraries.map(({ legs }) => legs.at(-1)?.airline)).toEqual(['rumos']);
});

test('a city’s code stands for its airports, and a change of airport is offered on request only', async () => {
  const toCity = await search({ from: 'BSB', to: 'SAO' });
  expect(toCity.itineraries.map(({ legs }) => legs.at(-1)?.to)).toEqual(['GRU']);
  const without = await search({ from: 'BSB', airlines: ['boreal', 'giro'] });
  expect(without.itineraries.map(({ stops }) => stops)).toEqual([0]);
  const changing = await search({ from: 'BSB', airlines: ['boreal', 'giro'], airportChange: true });
  expect(changing.itineraries.map(({ connectionsMinutes }) => connectionsMinutes)).toEqual([[], [300]]);
});

test('airports, parts of the day and the hour before which nobody can leave narrow what is searched', async () => {
  const ids = async (query: Partial<SearchQueryInput>) =>
    (await search(query)).itineraries.map(({ legs }) => legs.at(-1)?.airline);
  expect(await ids({ departs: ['night', 'morning'] })).toEqual(['giro', 'rumos']);
  expect(await ids({ departs: ['morning', 'afternoon', 'evening'] })).toEqual([]);
  expect(await ids({ arrives: ['afternoon'] })).toEqual(['giro', 'rumos']);
  expect(await ids({ arrives: ['night', 'morning', 'evening'] })).toEqual([]);
  expect(await ids({ avoidAirports: ['BSB'] })).toEqual([]);
  expect(await ids({ avoidAirports: ['SAO', 'QQQ'] })).toEqual(['giro', 'rumos']);
  expect(await ids({ departsAfter: '2026-12-10T09:59:59Z' })).toEqual(['giro', 'rumos']);
  expect(await ids({ departsAfter: '2026-12-10T10:00:00Z' })).toEqual([]);
});

test('what needs an airline out of reach is shown last, is not for sale and takes no place', async () => {
  alliance.states.set('giro', 'offline');
  const { itineraries, airlines } = await search({ limit: 1 });
  expect(airlines.giro).toEqual({ state: 'offline', asOf: '2026-12-01T12:00:00.000Z' });
  expect(itineraries.map(({ legs, bookable, pareto }) => [legs.at(-1)?.airline, bookable, pareto])).toEqual([
    ['rumos', true, true],
    ['giro', false, false],
  ]);
});

test('a copy older than ten seconds, or of a suspect, is stale and still for sale', async () => {
  alliance.time.now = new Date('2026-12-01T12:00:10.001Z');
  const old = await search();
  expect(old.airlines).toMatchObject({ rumos: { state: 'live' }, giro: { state: 'stale' } });
  expect(old.itineraries[0]?.bookable).toBe(true);
  alliance.time.now = new Date('2026-12-01T12:00:00.000Z');
  alliance.states.set('giro', 'suspect');
  expect((await search()).airlines.giro.state).toBe('stale');
});

test('nothing is offered from the last hour before departure on', async () => {
  alliance.time.now = new Date('2026-12-10T08:59:00.000Z');
  expect((await search()).itineraries).toHaveLength(2);
  alliance.time.now = new Date('2026-12-10T09:00:00.000Z');
  expect((await search()).itineraries).toHaveLength(0);
});

test('a change shows half a second later at the latest', async () => {
  await search();
  await publishLegs(alliance.airlines.rumos, [
    { flightNumber: 3, origin: 'BSB', ...at('10T18:00'), fareCents: 91_000, seatsLeft: 2 },
  ]);
  alliance.time.now = new Date('2026-12-01T12:00:00.500Z');
  const { itineraries } = await search({ airlines: ['rumos'] });
  expect(itineraries[0]?.totalFareCents).toBe(282_000);
});

test.each([
  ['a snapshot replaced', { bootstrappedAt: new Date('2026-12-01T12:00:00.000Z') }],
  ['of a log that began anew', { epoch: 2 }],
])('a copy %s leaves nothing of the old one', async (_what, log) => {
  const { rumos, boreal } = alliance.airlines;
  const places = { from: 'BSB', to: 'GRU' };
  const isBoreal = eq(changeLogs.origin, 'boreal');
  alliance.time.now = new Date('2026-12-01T12:00:01.000Z');
  expect((await search(places)).itineraries).toHaveLength(1);

  await rumos.db.delete(legs).where(eq(legs.airline, 'boreal'));
  await rumos.db.update(changeLogs).set(log).where(isBoreal);
  alliance.time.now = new Date('2026-12-01T12:00:02.000Z');
  expect((await search(places)).itineraries).toEqual([]);

  await copyCatalogue({ from: boreal, to: rumos });
  await rumos.db.update(changeLogs).set({ bootstrappedAt: alliance.time.now }).where(isBoreal);
  alliance.time.now = new Date('2026-12-01T12:00:03.000Z');
  expect((await search(places)).itineraries).toHaveLength(1);
});

test('a leg is found whose airline is silent, with its last hour, without asking anybody', async () => {
  alliance.states.set('giro', 'offline').set('boreal', 'offline');
  await search();
  const asked = vi.spyOn(alliance.airlines.rumos.peers, 'call');
  const { itineraries, airlines } = await search({ from: 'BSB', to: 'GRU' });
  expect(asked).not.toHaveBeenCalled();
  expect(itineraries.map(({ bookable }) => bookable)).toEqual([false]);
  expect(airlines.boreal).toMatchObject({ state: 'offline', asOf: expect.any(String) });
});

test('searches that come together read the catalogue once', async () => {
  const read = vi.spyOn(alliance.databases.giro.db, 'execute');
  const restarted: Airline = { ...alliance.airlines.giro };
  const query = { from: 'BSB', to: 'SSA', date: '2026-12-10', passengers: 1 };
  const answers = await Promise.all([1, 2, 3].map(() => searchItineraries(restarted, query)));
  expect(answers.map(({ itineraries }) => itineraries.length)).toEqual([1, 1, 1]);
  expect(read).toHaveBeenCalledTimes(1);
});

test('the three airlines give one list', async () => {
  const { airlines } = alliance;
  const others = [
    [airlines.rumos, airlines.giro],
    [airlines.boreal, airlines.giro],
    [airlines.rumos, airlines.boreal],
    [airlines.giro, airlines.boreal],
  ] as const;
  for (const [from, to] of others) await copyCatalogue({ from, to });
  for (const sort of itinerarySorts) {
    const query = { from: 'RBR', to: 'SSA', date: '2026-12-10', passengers: 1, sort };
    const lists = await Promise.all(
      Object.values(airlines).map((airline) => searchItineraries({ ...airline }, query)),
    );
    expect(lists[0]?.itineraries).toHaveLength(2);
    for (const list of lists) expect(list.itineraries).toEqual(lists[0]?.itineraries);
  }
});

test.each([
  [{ from: 'XXX' }, 'AIRPORT_UNKNOWN', 'from'],
  [{ to: 'XYZ' }, 'AIRPORT_UNKNOWN', 'to'],
  [{ to: 'RBR' }, 'SAME_AIRPORT', 'to'],
  [{ from: 'SAO', to: 'GRU' }, 'SAME_AIRPORT', 'to'],
  [{ date: '2026-11-30' }, 'DATE_OUT_OF_RANGE', 'date'],
  [{ date: '2027-10-29' }, 'DATE_OUT_OF_RANGE', 'date'],
  [{ date: '2026-02-30' }, 'INPUT_INVALID', 'date'],
  [{ passengers: 0 }, 'INPUT_INVALID', 'passengers'],
  [{ passengers: 10 }, 'INPUT_INVALID', 'passengers'],
  [{ maxStops: 4 }, 'INPUT_INVALID', 'maxStops'],
  [{ from: 'Brasília' }, 'INPUT_INVALID', 'from'],
])('%o is refused: %s', async (wrong, code, field) => {
  await expect(search(wrong)).rejects.toMatchObject({ code, details: { field } });
});

test('today at the origin is no past date while UTC is a day ahead', async () => {
  alliance.time.now = new Date('2026-12-10T02:00:00.000Z');
  await expect(search({ date: '2026-12-09' })).resolves.toMatchObject({ truncated: false });
  await expect(search({ date: '2026-12-08' })).rejects.toMatchObject({ code: 'DATE_OUT_OF_RANGE' });
});
