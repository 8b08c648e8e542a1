import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CrashOrder, crashAsOrdered, crashPoint } from './crash-point';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passcom-crash-point-'));
  file = join(folder, 'order.json');
});

afterEach(() => rmSync(folder, { recursive: true }));

const order: CrashOrder = { moment: 'before commit', step: 'prepare', pid: 4_711, signal: 'SIGQUIT' };

/** A process that is looked for as often as this before it is gone, and what was sent to it. */
function victim(looks: number) {
  const sent: (string | number)[] = [];
  const kill = (pid: number, signal: NodeJS.Signals | 0) => {
    sent.push(`${pid} ${signal}`);
    if (signal === 0 && sent.length > looks) throw new Error('ESRCH');
    return true;
  };
  return { sent, kill };
}

describe('a crash point', () => {
  it('is one settled promise for everybody when nothing is armed', () => {
    expect(crashPoint('before commit', 'prepare')).toBe(crashPoint('after send', 'accept'));
  });

  it('kills what its order names, and goes on when that is gone', async () => {
    writeFileSync(file, JSON.stringify(order));
    const { sent, kill } = victim(2);
    await crashAsOrdered(file, { moment: 'before commit', step: 'prepare' }, kill);
    expect(sent).toEqual(['4711 SIGQUIT', '4711 0', '4711 0']);
  });

  it('leaves the order behind as the proof that it was carried out, and carries it out once', async () => {
    writeFileSync(file, JSON.stringify(order));
    const { sent, kill } = victim(1);
    await crashAsOrdered(file, order, kill);
    await crashAsOrdered(file, order, kill);
    expect(sent).toEqual(['4711 SIGQUIT', '4711 0']);
    expect(existsSync(file)).toBe(false);
    expect(JSON.parse(readFileSync(`${file}.fired`, 'utf8'))).toEqual(order);
  });

  it.each([
    ['another moment', { moment: 'after commit', step: 'prepare' }],
    ['another step', { moment: 'before commit', step: 'accept' }],
  ] as const)('does nothing at %s', async (_, place) => {
    writeFileSync(file, JSON.stringify(order));
    const { sent, kill } = victim(0);
    await crashAsOrdered(file, place, kill);
    expect(sent).toEqual([]);
    expect(existsSync(file)).toBe(true);
  });

  it('goes on when its victim is gone already', async () => {
    writeFileSync(file, JSON.stringify(order));
    const kill = () => {
      throw new Error('ESRCH');
    };
    await expect(crashAsOrdered(file, order, kill)).resolves.toBeUndefined();
  });

  it('does nothing without an order', async () => {
    const { sent, kill } = victim(0);
    await crashAsOrdered(file, order, kill);
    expect(sent).toEqual([]);
  });
});
