import { spawn } from 'node:child_process';
import { parseArguments, usage } from './search/arguments';
import { bundleBench } from './search/bundle';

/** Bundles the bench as a build would and runs it: what tsx adds to every closure is no part of the product. */
async function main(given: string[]): Promise<number> {
  if (given.includes('--help')) {
    console.log(usage);
    return 0;
  }
  parseArguments(given);
  const bundle = await bundleBench();
  try {
    const child = spawn(process.execPath, [bundle.program, ...given], { stdio: 'inherit' });
    // Ctrl-C reaches the child by itself; this process waits for it and cleans up.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    return await new Promise<number>((resolve, reject) => {
      child.once('exit', (code) => resolve(code ?? 1));
      child.once('error', reject);
    });
  } finally {
    await bundle.remove();
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
