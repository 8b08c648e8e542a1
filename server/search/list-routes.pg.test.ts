import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type CatalogueAlliance,
  createCatalogueAlliance,
  publishLegs,
} from '@/server/catalogue/testing/catalogue-airlines';
import { copyCatalogue } from '@/server/catalogue/testing/copy-catalogue';
import { listRoutes } from './list-routes';

let alliance: CatalogueAlliance;

beforeAll(async () => {
  alliance = await createCatalogueAlliance();
});
afterAll(() => alliance.close());

it('every pair of airports is one route, flown by everybody who flies it one way or the other', async () => {
  const { rumos, giro, boreal } = alliance.airlines;
  expect(await listRoutes(boreal)).toEqual([]);
  await publishLegs(rumos, [
    { flightNumber: 1, origin: 'SSA', destination: 'GRU' },
    { flightNumber: 2, origin: 'SSA', destination: 'GRU' },
    { flightNumber: 3, origin: 'BSB', destination: 'GRU', status: 'cancelled' },
  ]);
  await publishLegs(giro, [
    { flightNumber: 1, origin: 'GRU', destination: 'SSA' },
    { flightNumber: 2, origin: 'CGH', destination: 'SSA' },
  ]);
  await copyCatalogue({ from: giro, to: rumos });
  expect(await listRoutes(rumos)).toEqual([
    { from: 'CGH', to: 'SSA', airlines: ['giro'] },
    { from: 'GRU', to: 'SSA', airlines: ['rumos', 'giro'] },
  ]);
});
