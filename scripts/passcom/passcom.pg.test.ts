import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { count } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { legs } from '@/db/schema';
import { addDays } from '@/server/domain/local-time';
import { ssimDate } from '@/server/schedule/ssim/field-reader';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';
import { ssimFile, ssimLeg } from '@/server/testing/ssim-file';

let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'passcom-cli-'));

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

type Outcome = { status: number | null; output: string; complaint: string };

async function passcom(words: string[], environment: Record<string, string> = {}): Promise<Outcome> {
  const child = spawn(process.execPath, ['--import', 'tsx', resolve('scripts/passcom.ts'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, AIRLINE: 'giro', DATABASE_URL: database.url, ...environment } as never,
  });
  const outcome: Outcome = { status: null, output: '', complaint: '' };
  child.stdout.on('data', (chunk) => {
    outcome.output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    outcome.complaint += chunk;
  });
  [outcome.status] = (await once(child, 'close')) as [number | null];
  return outcome;
}

function scheduleFile(name: string, destination: string): string {
  const today = new Date().toISOString().slice(0, 10);
  const [from, to] = [ssimDate(addDays(today, 2)), ssimDate(addDays(today, 4))];
  const path = join(folder, name);
  writeFileSync(path, ssimFile([ssimLeg({ from, to, destination })], { from, to }));
  return path;
}

const legCount = async () => (await database.db.select({ legs: count() }).from(legs))[0]?.legs;

describe('npm run passcom', () => {
  it('migrates and seeds, twice without harm', async () => {
    expect(await passcom(['migrate'])).toMatchObject({ status: 0, complaint: '' });
    const first = await passcom(['seed', '--days', '1']);
    expect(first).toMatchObject({
      status: 0,
      complaint: '',
      output: expect.stringMatching(/giro: \d{3} legs added/),
    });
    expect(await passcom(['seed', '--days', '1'])).toMatchObject({
      status: 0,
      output: expect.stringMatching(/giro: 0 legs added, \d{3} were there/),
    });
  });

  it('shows what an import would do, then does it', async () => {
    const before = await legCount();
    const file = scheduleFile('good.ssim', 'SSA');
    const tried = await passcom(['schedule', 'import', file, '--dry-run']);
    expect(tried).toMatchObject({ status: 0, output: expect.stringContaining('Legs: 3 added') });
    expect(await legCount()).toBe(before);
    const done = await passcom(['schedule', 'import', file]);
    expect(done).toMatchObject({ status: 0, output: expect.stringContaining('Imported.') });
    expect(await legCount()).toBe((before ?? 0) + 3);
  });

  it('refuses a malformed file with line and reason and a status other than 0', async () => {
    const before = await legCount();
    const refused = await passcom(['schedule', 'import', scheduleFile('bad.ssim', 'ZZZ')]);
    expect(refused.status).toBe(1);
    expect(refused.output).toContain('line 3: rejected: unknown airport ZZZ\nNothing was changed.');
    expect(refused.complaint).toMatch(/bad\.ssim was refused/);
    expect(await legCount()).toBe(before);
  });

  it('shows an airline that has heard nothing of the others', async () => {
    const shown = await passcom(['replication']);
    expect(shown).toMatchObject({ status: 0, complaint: '' });
    expect(shown.output).toMatch(/^rumos +- +- +never +0 +none$/m);
    expect(shown.output).toMatch(/^Outbox: \d+ changes that the own log does not tell of yet\.$/m);
  });

  const nobodyListens = { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' };

  it.each([
    { what: 'a folder for a file', words: ['schedule', 'import', folder], sentence: 'cannot be read' },
    { what: 'no such command', words: ['fly'], status: 2, sentence: 'there is no command "fly"' },
    {
      what: 'an unknown airline',
      words: ['seed'],
      environment: { AIRLINE: 'panair' },
      sentence: 'environment: AIRLINE',
    },
    { what: 'a recovery without keys', words: ['recover'], sentence: 'environment: ALLIANCE_FILE' },
    {
      what: 'a comparison without keys',
      words: ['replication', '--check'],
      sentence: 'environment: ALLIANCE_FILE',
    },
    { what: 'no database', words: ['migrate'], environment: nobodyListens, sentence: 'cannot be reached' },
  ])('says in one sentence what is wrong: $what', async ({ words, environment, status = 1, sentence }) => {
    const outcome = await passcom(words, environment);
    expect(outcome).toMatchObject({ status, complaint: expect.stringContaining(sentence) });
    expect(outcome.complaint.trim().split('\n')).toHaveLength(1);
  });
});
