import { parseArgs } from 'node:util';
import { daysOnSale } from '@/db/seed/sales-window';
import { type AirlineCode, airlineCodeSchema, airlineCodes } from '@/server/domain/airline-code';
import { dateSchema } from '@/server/domain/leg';
import { CommandFailure } from './command-failure';

export type Command =
  | { name: 'help' }
  | { name: 'migrate' }
  | { name: 'seed'; days: number }
  | { name: 'recover'; airline: AirlineCode | null; without: AirlineCode[]; since: Date }
  | { name: 'replication'; airline: AirlineCode | null; check: boolean }
  | { name: 'import-schedule'; file: string; dryRun: boolean; from?: string; to?: string };

export const usage = `npm run passcom -- COMMAND

  schedule import FILE [--dry-run] [--from DATE] [--to DATE]
                  Imports an SSIM chapter 7 file as this airline's complete schedule within the file's validity,
                  whole or not at all. --dry-run only shows what would change; dates (YYYY-MM-DD) narrow it.
  seed [--days N] Puts this airline's cabins and demo network on sale, from today for N days (${daysOnSale}).
  recover [--airline CODE] [--without CODE] [--since INSTANT]
                  Reconciles a restored or copied database with what the peers know, after which it votes and sells
                  again. --airline: of the alliance that npm start runs on this machine. --without: does not ask an
                  airline that is lost; what only it knows is given up. --since: asks for nothing older.
  replication [AIRLINE] [--check]
                  Shows how far this airline's copies of the others' data have come. --check: compares them with the
                  peers that answer, by checksum; status 1 when any differ. AIRLINE: as --airline above.
  migrate         Brings the database to the newest schema.
  --help          Shows this.

Environment: AIRLINE (rumos, giro or boreal) and DATABASE_URL; recover and --check of no named
airline need ALLIANCE_FILE and PEER_KEY_FILE too.`;

/** Reads the words after `npm run passcom --`. Throws `CommandFailure` for what it does not understand. */
export function parseCommand(given: string[]): Command {
  const { values, positionals } = parsed(given);
  const [noun, verb, file, ...rest] = positionals;
  if (values.help || noun === undefined) return { name: 'help' };
  if (noun === 'schedule' && verb === 'import' && file && rest.length === 0) {
    const { 'dry-run': dryRun, from, to } = values;
    return { name: 'import-schedule', file, dryRun, from: dateOf('--from', from), to: dateOf('--to', to) };
  }
  if (noun === 'seed' && verb === undefined) return { name: 'seed', days: daysOf(values.days) };
  if (noun === 'recover' && verb === undefined) return recoverCommand(values);
  if (noun === 'replication' && file === undefined) {
    const airline = verb === undefined ? null : airlineOf('replication', verb);
    return { name: 'replication', airline, check: values.check };
  }
  if (noun === 'migrate' && verb === undefined) return { name: 'migrate' };
  throw misunderstood(`there is no command "${positionals.join(' ')}"`);
}

function parsed(given: string[]) {
  try {
    return parseArgs({
      args: given,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        from: { type: 'string' },
        to: { type: 'string' },
        days: { type: 'string', default: String(daysOnSale) },
        airline: { type: 'string' },
        without: { type: 'string', multiple: true, default: [] },
        check: { type: 'boolean', default: false },
        since: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw misunderstood(String((error as Error).message.split('.')[0]));
  }
}

type RecoverOptions = { airline?: string; without: string[]; since?: string };

function recoverCommand({ airline, without, since }: RecoverOptions): Command {
  const from = since === undefined ? new Date(0) : new Date(since);
  if (Number.isNaN(from.getTime()))
    throw misunderstood(`--since ${since} is not an instant like 2026-12-01T12:00Z`);
  return {
    name: 'recover',
    airline: airline === undefined ? null : airlineOf('--airline', airline),
    without: without.map((code) => airlineOf('--without', code)),
    since: from,
  };
}

function airlineOf(option: string, text: string): AirlineCode {
  const code = airlineCodeSchema.safeParse(text);
  if (code.success) return code.data;
  throw misunderstood(`${option} ${text} is not one of ${airlineCodes.join(', ')}`);
}

function dateOf(option: string, text: string | undefined): string | undefined {
  if (text === undefined || dateSchema.safeParse(text).success) return text;
  throw misunderstood(`${option} ${text} is not a date like 2026-12-01`);
}

function daysOf(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 0 && days <= daysOnSale) return days;
  throw misunderstood(`--days ${text} is not a number from 0 to ${daysOnSale}`);
}

function misunderstood(problem: string): CommandFailure {
  return new CommandFailure(`${problem}. See npm run passcom -- --help`, 2);
}
