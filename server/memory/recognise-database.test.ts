import { expect, it } from 'vitest';
import { strangenessOf } from './recognise-database';

const stored = { systemIdentifier: '7', databaseOid: 5, timeline: 1 };
const facts = { ...stored, run: 'any', lsn: 9 };

it.each([
  ['a dump in another cluster', { systemIdentifier: '8' }, 'another PostgreSQL cluster'],
  ['a dump beside the original', { databaseOid: 6 }, 'another database'],
  ['a log replayed to a point in time, or a standby promoted', { timeline: 2 }, 'timeline 2'],
])('is a stranger: %s', (_, other, reason) => {
  expect(strangenessOf(stored, { ...facts, ...other })).toContain(reason);
});

it('is the same after every restart', () => {
  expect(strangenessOf(stored, facts)).toBeNull();
});
