import { posix } from 'node:path';
import type { SourceFile } from './source-files';

/** Paths of this project in documents: in backticks, or as link targets. */
const cited =
  /`((?:app|server|db|components|e2e|scripts|docs|bench|spec)\/[\w./[\]()-]+)`|\]\((?!https?:|#|mailto:)([^)\s#]+)/g;

/** One sentence for each path that a document cites and that is gone. `known` has every file, and every folder with a final slash. */
export function deadPaths(files: readonly SourceFile[], known: ReadonlySet<string>): string[] {
  return files
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(cited)].flatMap(([, quoted, linked]) => {
        const target = quoted ?? posix.join(posix.dirname(path), linked ?? '');
        const bare = target.replace(/\/$/, '');
        const isThere = known.has(bare) || known.has(`${bare}/`);
        return isThere ? [] : [`${path} cites ${target}, which is not there`];
      }),
    );
}
