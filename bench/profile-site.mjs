import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { join } from 'node:path';

// Loaded into a site by `npm run bench:purchase -- --profile FOLDER`: profiles from the signal after the warm-up to its
// end. Node takes --cpu-prof from the command line only, and the site's belongs to npm start.
const folder = process.env.BENCH_PROFILE_FOLDER;
const session = new Session();

process.once('SIGUSR2', () => {
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.start');
  process.once('exit', () =>
    session.post('Profiler.stop', (_, { profile }) =>
      writeFileSync(join(folder, `${process.env.AIRLINE}.cpuprofile`), JSON.stringify(profile)),
    ),
  );
});
