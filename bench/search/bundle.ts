import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** The bench's programs as plain files; `remove` deletes them. */
export type Bundle = { program: string; remove(): Promise<void> };

/** Bundles the bench and its server. They lie inside the checkout, so that packages are found. */
export async function bundleBench(): Promise<Bundle> {
  const outDir = join(root, '.data', 'bench', `search-${process.pid}`);
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    resolve: {
      alias: { '@': root, 'server-only': `${root}/node_modules/next/dist/compiled/server-only/empty.js` },
    },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: false,
      sourcemap: false,
      target: 'node20',
      rolldownOptions: {
        input: { run: `${root}/bench/search/run.ts`, server: `${root}/bench/search/http/server.ts` },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
  return { program: join(outDir, 'run.mjs'), remove: () => rm(outDir, { recursive: true }) };
}
