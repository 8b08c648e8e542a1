import { separateFromNpmStart } from '../alliance/own-environment';

/** Enough for the legs of some days ahead, in a second or two. */
const seedDays = '30';

/**
 * Gives the chaos ports and data of its own, away from `npm start` and from the other whole runs: 3301–3303, 4301–4303,
 * 15731–15733 and `.data/chaos`, moved by `CHAOS_PORT_OFFSET` and `CHAOS_DATA_DIR`. Call it before anything reads the
 * environment.
 */
export function separateFromOtherRuns(environment: Record<string, string | undefined>): void {
  environment.E2E_PORT_OFFSET = environment.CHAOS_PORT_OFFSET ?? '300';
  environment.E2E_DATA_DIR = environment.CHAOS_DATA_DIR ?? '.data/chaos';
  separateFromNpmStart(environment);
  environment.PASSCOM_SEED_DAYS = seedDays;
}
