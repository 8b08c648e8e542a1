/** What belongs to somebody's `npm start`, whose data and ports the tests must never touch. */
const foreign = /^((RUMOS|GIRO|BOREAL)_|PASSCOM_|DATABASE_URL$)/;

/**
 * Gives the tests ports and data of their own: 3101–3103, 4101–4103, 15531–15533 and `.data/e2e`, moved by
 * `E2E_PORT_OFFSET` and `E2E_DATA_DIR`. Call it before anything reads the environment; calling it again changes nothing.
 */
export function separateFromNpmStart(environment: Record<string, string | undefined>): void {
  for (const name of Object.keys(environment)) {
    if (foreign.test(name)) delete environment[name];
  }
  environment.PASSCOM_PORT_OFFSET = environment.E2E_PORT_OFFSET ?? '100';
  environment.PASSCOM_DATA_DIR = environment.E2E_DATA_DIR ?? '.data/e2e';
  // Enough for a trip some weeks ahead, in a few seconds.
  environment.PASSCOM_SEED_DAYS = '64';
  environment.DEMO_NETWORK = 'false';
  environment.RATE_LIMIT_FACTOR = '100';
}
