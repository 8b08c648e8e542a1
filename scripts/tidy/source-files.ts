import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type SourceFile = { path: string; text: string; lines: string[] };

/** Written by a tool, or data that is one row a line: no budget applies. */
const exempt = /^(db\/migrations\/|package-lock\.json$|db\/seed\/network\/|next-env\.d\.ts$)/;

/** Every text file of the checkout that git tracks or would track, relative to the root, with `/`. */
export function readSourceFiles(root: string): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed
    .split('\n')
    .filter((path) => /\.(ts|tsx|mjs|json|md|css|txt|yml|yaml|sh|pml)$/.test(path) && !exempt.test(path))
    .flatMap((path) => {
      const text = readIfThere(join(root, path));
      return text === null ? [] : [{ path, text, lines: text.split('\n') }];
    });
}

/** A file that was deleted and not yet committed is still listed. */
function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

export const isTest = (path: string) => /\.test\.tsx?$|\/testing\/|^e2e\//.test(path);

export const isCode = (path: string) => /\.(ts|tsx|mjs)$/.test(path);
