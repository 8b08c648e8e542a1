import { describe, expect, it } from 'vitest';
import { simulationArguments, usage } from './arguments';

describe('the arguments of npm run simulate', () => {
  it('play twenty thousand schedules of both modes when nothing is said', () => {
    expect(simulationArguments([])).toMatchObject({
      schedules: 20_000,
      firstSeed: 1,
      mode: 'both',
      workers: 2,
    });
  });

  it('name one schedule to write down', () => {
    const wanted = simulationArguments([
      '--seed',
      '1790',
      '--schedules',
      '1',
      '--trace',
      '--mode',
      'liveness',
    ]);
    expect(wanted).toMatchObject({ schedules: 1, firstSeed: 1790, mode: 'liveness', isWritten: true });
  });

  it('are explained when they make no sense', () => {
    expect(simulationArguments(['--schedules', 'many'])).toBe(usage);
    expect(simulationArguments(['--mode', 'fast'])).toBe(usage);
    expect(simulationArguments(['--chaos'])).toContain('--mutants');
  });
});
