import { expect, test } from 'vitest';
import { readEnv } from '@/server/env';
import { readDeployment } from './deployment';
import { siteEnvironment } from './site-environment';

const [rumos] = readDeployment({ root: '/checkout', environment: {}, only: null }).members;
if (!rumos) throw new Error('no member');

const build = (inherited: Record<string, string>) =>
  siteEnvironment({
    airline: rumos,
    databaseUrl: 'postgres://passcom@127.0.0.1:15431/passcom',
    secrets: { ALLIANCE_FILE: 'a.json', PEER_KEY_FILE: 'k.json', NEXTAUTH_SECRET: 'x'.repeat(44) },
    inherited,
  });

test('a site finds everything that it reads from its environment', () => {
  expect(readEnv(build({}))).toMatchObject({
    AIRLINE: 'rumos',
    PEER_PORT: 4001,
    NEXTAUTH_URL: 'http://localhost:3001',
  });
});

test('limits are handed on, what only npm start reads is not', () => {
  const environment = build({
    RATE_LIMIT_FACTOR: '5',
    RUMOS_PORT: '1',
    PASSCOM_DATA_DIR: 'x',
    DATABASE_URL: 'other',
  });
  expect(environment).toMatchObject({
    RATE_LIMIT_FACTOR: '5',
    DATABASE_URL: 'postgres://passcom@127.0.0.1:15431/passcom',
  });
  expect(environment).not.toHaveProperty('RUMOS_PORT');
  expect(environment).not.toHaveProperty('PASSCOM_DATA_DIR');
});
