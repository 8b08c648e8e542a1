import type { Plugin } from 'vite';
import type { Mutant } from '@/server/atomic-commit/mutants/mutant';

/** Replaces the one place that a mutant names; fails when it is not there exactly once. */
export function mutantPlugin(root: string, mutant: Mutant): Plugin {
  let isApplied = false;
  return {
    name: 'mutant',
    enforce: 'pre',
    transform(code, id) {
      if (id !== `${root}/server/atomic-commit/${mutant.file}`) return null;
      isApplied = true;
      return mutated(code, mutant);
    },
    buildEnd() {
      if (!isApplied) throw new Error(`mutant ${mutant.name}: nothing imports ${mutant.file}`);
    },
  };
}

export function mutated(code: string, { name, file, find, replace }: Mutant): string {
  const [before, after, ...more] = code.split(find);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`mutant ${name}: its text is not exactly once in ${file}`);
  return `${before}${replace}${after}`;
}
