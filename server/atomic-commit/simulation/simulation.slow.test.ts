import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, bundleSimulation } from '@/scripts/simulate/bundle';
import { mutated } from '@/scripts/simulate/mutant-plugin';
import { playSchedules } from '@/scripts/simulate/play';
import { tryMutant } from '@/scripts/simulate/try-mutants';
import { mutants } from '../mutants/mutants';

const run = { firstSeed: 1, mode: 'both', workers: 2 } as const;

let bundle: Bundle;
beforeAll(async () => {
  bundle = await bundleSimulation();
});
afterAll(() => bundle.remove());

describe('the production engine in simulated alliances', () => {
  it('keeps every promise in two thousand schedules', async () => {
    const { played, failed, counts } = await playSchedules(bundle.file, { ...run, schedules: 2_000 });
    expect(failed).toEqual([]);
    expect(played).toBe(2_000);
    expect(counts.get('propose commit')).toBeGreaterThan(0);
    expect(counts.get('propose abort')).toBeGreaterThan(0);
  });

  it('plays the same schedule again from the same seed', async () => {
    const story = { ...run, firstSeed: 300, schedules: 10, isWritten: true };
    const [first, again] = [await playSchedules(bundle.file, story), await playSchedules(bundle.file, story)];
    expect(first.lines.length).toBeGreaterThan(200);
    expect(again.lines).toEqual(first.lines);
    expect(again.hash).toBe(first.hash);
    const other = await playSchedules(bundle.file, { ...story, firstSeed: 400 });
    expect(other.hash).not.toBe(first.hash);
  });
});

describe('known bugs', () => {
  it.each(['silence-is-yes', 'unknown-is-abort', 'told-after-T3'])('%s is caught', async (name) => {
    const [mutant] = mutants.filter((each) => each.name === name);
    if (!mutant) throw new Error(`no mutant ${name}`);
    const { caught } = await tryMutant(mutant, { ...run, schedules: 2_000 });
    expect(caught).not.toBeNull();
  });

  it('are each in the sources exactly once, under a name of their own', () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
    for (const mutant of mutants) {
      const code = readFileSync(`server/atomic-commit/${mutant.file}`, 'utf8');
      expect(mutated(code, mutant)).not.toBe(code);
    }
  });

  it('fail loudly when the sources have moved on', () => {
    const mutant = { name: 'm', bug: '', file: 'f.ts', find: 'x', replace: 'y' };
    expect(() => mutated('a b', mutant)).toThrow('not exactly once');
    expect(() => mutated('x x', mutant)).toThrow('not exactly once');
  });
});
