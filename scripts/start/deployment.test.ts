import { expect, test } from 'vitest';
import { StartFailure } from '../start-failure';
import { type Environment, readDeployment } from './deployment';

const read = (environment: Environment, only: 'rumos' | null = null) =>
  readDeployment({ root: '/checkout', environment, only }).members;

test('without an environment the airlines have the documented ports', () => {
  const ports = read({}).map(({ sitePort, peerPort, postgresPort }) => [sitePort, peerPort, postgresPort]);
  expect(ports).toEqual([
    [3001, 4001, 15431],
    [3002, 4002, 15432],
    [3003, 4003, 15433],
  ]);
});

test('an offset moves every port, and one variable moves one port', () => {
  const [rumos, giro] = read({ PASSCOM_PORT_OFFSET: '100', GIRO_PORT: '8080' });
  expect(rumos).toMatchObject({
    sitePort: 3101,
    peerPort: 4101,
    postgresPort: 15531,
    siteUrl: 'http://localhost:3101',
  });
  expect(giro).toMatchObject({ sitePort: 8080, peerPort: 4102, siteUrl: 'http://localhost:8080' });
});

test('without DATABASE_URL every airline has an embedded database', () => {
  expect(read({}).map(({ databaseUrl }) => databaseUrl)).toEqual([null, null, null]);
});

test('one DATABASE_URL serves three airlines with a database each', () => {
  const urls = read({ DATABASE_URL: 'postgres://me@db:5432/trips' }).map(({ databaseUrl }) => databaseUrl);
  expect(urls).toEqual(['rumos', 'giro', 'boreal'].map((code) => `postgres://me@db:5432/trips_${code}`));
});

test('DATABASE_URL of the only airline is taken as it stands', () => {
  const [rumos, giro] = read({ DATABASE_URL: 'postgres://me@db:5432/trips' }, 'rumos');
  expect(rumos?.databaseUrl).toBe('postgres://me@db:5432/trips');
  expect(giro?.databaseUrl).toBeNull();
});

test('an airline can have a PostgreSQL of its own', () => {
  const [rumos, giro] = read({ GIRO_DATABASE_URL: 'postgres://giro@elsewhere/giro' });
  expect(giro?.databaseUrl).toBe('postgres://giro@elsewhere/giro');
  expect(rumos?.databaseUrl).toBeNull();
});

test.each([
  [{ RUMOS_PORT: 'x' }, 'RUMOS_PORT=x'],
  [{ RUMOS_PORT: '70000' }, 'RUMOS_PORT=70000'],
  [{ PASSCOM_PORT_OFFSET: '-1' }, 'PASSCOM_PORT_OFFSET=-1'],
  [{ RUMOS_PORT: '3002' }, 'Port 3002 stands twice'],
  [{ DATABASE_URL: 'nonsense' }, 'DATABASE_URL'],
])('%o is refused by name', (environment, named) => {
  expect(() => read(environment)).toThrow(StartFailure);
  expect(() => read(environment)).toThrow(named);
});
