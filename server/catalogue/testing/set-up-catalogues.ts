import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import {
  type CatalogueAlliance,
  createCatalogueAlliance,
  type LegFields,
  publishLegs,
} from './catalogue-airlines';
import { copyCatalogue } from './copy-catalogue';

/**
 * The alliance of all tests of a file, there from the first of them on: these legs are published, and Rumos has copies
 * of its peers'. Before each test it is noon (UTC) on 1 December 2026 again, and everybody lives.
 */
export function setUpCatalogues(published: Partial<Record<AirlineCode, LegFields[]>>): CatalogueAlliance {
  const alliance = {} as CatalogueAlliance;
  beforeAll(async () => {
    Object.assign(alliance, await createCatalogueAlliance());
    const { rumos } = alliance.airlines;
    for (const code of airlineCodes) await publishLegs(alliance.airlines[code], published[code] ?? []);
    for (const peer of rumos.peers.codes) await copyCatalogue({ from: alliance.airlines[peer], to: rumos });
  });
  afterAll(() => alliance.close());
  beforeEach(() => {
    alliance.states.clear();
    alliance.time.now = new Date('2026-12-01T12:00:00.000Z');
  });
  return alliance;
}
