import { migrateDatabase } from '@/db/migrate';
import { readOperatorEnv } from '@/server/env';
import { type Command, parseCommand, usage } from './passcom/arguments';
import { CommandFailure } from './passcom/command-failure';
import { importScheduleFile } from './passcom/import-schedule-file';
import { recoverAirline } from './passcom/recover-airline';
import { seedAirline } from './passcom/seed-airline';
import { showReplication } from './passcom/show-replication';
import { withAirline } from './passcom/with-airline';

/** The operator's command line: `npm run passcom -- …`. One sentence and a status other than 0 when something fails. */
async function main(given: string[]): Promise<number> {
  try {
    await run(parseCommand(given));
    return 0;
  } catch (error) {
    console.error(`passcom: ${sentenceOf(error)}`);
    return error instanceof CommandFailure ? error.status : 1;
  }
}

async function run(command: Command): Promise<void> {
  if (command.name === 'help') {
    console.log(usage);
    return;
  }
  if (command.name === 'recover') return recoverAirline(command);
  if (command.name === 'replication') return showReplication(command);
  const env = readOperatorEnv();
  switch (command.name) {
    case 'migrate':
      await migrateDatabase(env.DATABASE_URL);
      console.log(`${env.AIRLINE}: the database has the newest schema`);
      return;
    case 'seed':
      return withAirline(env, (airline) => seedAirline(airline, command.days));
    case 'import-schedule':
      return withAirline(env, (airline) => importScheduleFile(airline, command));
  }
}

/** Drizzle wraps the database's own words; several addresses of one host fail as one error without words. */
function sentenceOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(sentenceOf).join('; ');
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return sentenceOf(error.cause);
  return 'syscall' in error
    ? `the database of DATABASE_URL cannot be reached: ${error.message}`
    : error.message;
}

process.exit(await main(process.argv.slice(2)));
