import { type Lane, program } from './run-steps';

/** What can be checked without a database and a browser, in well under a minute: side by side, as two cores allow. */
export const verifyLanes: readonly Lane[] = [
  [
    { name: 'format and lint', ...program('@biomejs/biome/bin/biome', 'check', '.') },
    { name: 'route types', ...program('next/dist/bin/next', 'typegen') },
    { name: 'types', ...program('typescript/bin/tsc', '--noEmit') },
    { name: 'unused code', ...program('knip/bin/knip.js', '--no-progress') },
  ],
  [{ name: 'unit tests', ...program('vitest/vitest.mjs', 'run', '--project', 'unit') }],
];
