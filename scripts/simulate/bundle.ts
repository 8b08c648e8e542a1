import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import type { Mutant } from '@/server/atomic-commit/mutants/mutant';
import { mutantPlugin } from './mutant-plugin';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const engine = `${root}/server/atomic-commit`;

/** One plain file with the production engine and the simulated world; `remove` deletes it. */
export type Bundle = { file: string; remove(): Promise<void> };

/** Bundles the simulation, with one mutation of the sources if asked for. Takes about half a second. */
export async function bundleSimulation(mutant: Mutant | null = null): Promise<Bundle> {
  const outDir = await mkdtemp(join(tmpdir(), 'passcom-simulation-'));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    ssr: { noExternal: true },
    plugins: [observeSteps(), ...(mutant ? [mutantPlugin(root, mutant)] : [])],
    build: {
      ssr: `${root}/scripts/simulate/worker.ts`,
      outDir,
      emptyOutDir: true,
      minify: false,
      sourcemap: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'simulation.mjs' } },
    },
  });
  return { file: join(outDir, 'simulation.mjs'), remove: () => rm(outDir, { recursive: true }) };
}

/** Puts an observer between the driver and the pure engine, so that coverage can be counted. */
function observeSteps(): Plugin {
  return {
    name: 'observe-steps',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === './step' && importer === `${engine}/perform.ts`
        ? `${engine}/simulation/observed-step.ts`
        : null,
  };
}
