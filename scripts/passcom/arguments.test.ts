import { describe, expect, it } from 'vitest';
import { parseCommand } from './arguments';

describe('parseCommand', () => {
  it('understands every command', () => {
    expect(parseCommand([])).toEqual({ name: 'help' });
    expect(parseCommand(['seed', '--help'])).toEqual({ name: 'help' });
    expect(parseCommand(['migrate'])).toEqual({ name: 'migrate' });
    expect(parseCommand(['seed'])).toEqual({ name: 'seed', days: 120 });
    expect(parseCommand(['seed', '--days', '14'])).toEqual({ name: 'seed', days: 14 });
    expect(parseCommand(['schedule', 'import', 'w26.ssim', '--dry-run', '--to', '2026-12-31'])).toEqual({
      name: 'import-schedule',
      file: 'w26.ssim',
      dryRun: true,
      from: undefined,
      to: '2026-12-31',
    });
  });

  it('understands a recovery', () => {
    expect(parseCommand(['recover'])).toEqual({
      name: 'recover',
      airline: null,
      without: [],
      since: new Date(0),
    });
    const words = ['recover', '--airline', 'rumos', '--without', 'boreal', '--since', '2026-12-01T12:00Z'];
    expect(parseCommand(words)).toEqual({
      name: 'recover',
      airline: 'rumos',
      without: ['boreal'],
      since: new Date('2026-12-01T12:00:00Z'),
    });
  });

  it('understands a look at the copies', () => {
    expect(parseCommand(['replication'])).toEqual({ name: 'replication', airline: null, check: false });
    expect(parseCommand(['replication', 'giro', '--check'])).toEqual({
      name: 'replication',
      airline: 'giro',
      check: true,
    });
  });

  it.each([
    [['fly'], 'there is no command "fly"'],
    [['schedule', 'import'], 'there is no command "schedule import"'],
    [['schedule', 'import', 'one', 'two'], 'there is no command "schedule import one two"'],
    [['seed', '--dayz', '3'], "Unknown option '--dayz'"],
    [['seed', '--days', '121'], '--days 121 is not a number from 0 to 120'],
    [['recover', '--airline', 'panair'], '--airline panair is not one of rumos, giro, boreal'],
    [['replication', 'panair'], 'replication panair is not one of rumos, giro, boreal'],
    [['replication', 'giro', 'rumos'], 'there is no command "replication giro rumos"'],
    [['recover', '--since', 'noon'], '--since noon is not an instant like 2026-12-01T12:00Z'],
    [['schedule', 'import', 'f', '--from', '31/12/2026'], '--from 31/12/2026 is not a date like 2026-12-01'],
  ])('refuses %j with a sentence and status 2', (words, sentence) => {
    const failure = expect.objectContaining({
      status: 2,
      message: `${sentence}. See npm run passcom -- --help`,
    });
    expect(() => parseCommand(words)).toThrow(failure);
  });
});
