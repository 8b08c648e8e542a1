import { parseArgs } from 'node:util';
import { type AirlineCode, airlineCodeSchema, airlineCodes } from '@/server/domain/airline-code';
import { StartFailure } from '../start-failure';

export type StartArguments = { fresh: boolean; only: AirlineCode | null; help: boolean };

export const usage = `npm start                      the three airlines with their databases, until Ctrl-C
npm start -- --fresh           empties all data first
npm start -- --only rumos      one airline (${airlineCodes.join(', ')})

Environment: PASSCOM_DATA_DIR, PASSCOM_PORT_OFFSET, RUMOS_PORT, RUMOS_PEER_PORT, RUMOS_POSTGRES_PORT,
RUMOS_DATABASE_URL (the same for GIRO_ and BOREAL_), DATABASE_URL; see .env.example.`;

/** Throws `StartFailure` for an argument that is not known. */
export function parseArguments(given: string[]): StartArguments {
  const { fresh, only, help } = parsed(given);
  if (only === undefined) return { fresh, only: null, help };
  const code = airlineCodeSchema.safeParse(only);
  if (!code.success) throw new StartFailure(`--only ${only}: there are ${airlineCodes.join(', ')}.`);
  return { fresh, only: code.data, help };
}

function parsed(given: string[]) {
  try {
    return parseArgs({
      args: given,
      options: {
        fresh: { type: 'boolean', default: false },
        only: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new StartFailure(`${(error as Error).message.split('.')[0]}. See npm start -- --help.`);
  }
}
