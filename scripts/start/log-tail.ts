import { existsSync, readFileSync } from 'node:fs';

/** The end of a log, indented, for the message about what it belongs to. */
export function logTail(file: string, lines = 15): string {
  if (!existsSync(file)) return '    (it wrote nothing)';
  const text = readFileSync(file, 'utf8').trimEnd();
  if (!text) return '    (it wrote nothing)';
  return text
    .split('\n')
    .slice(-lines)
    .map((line) => `    ${line}`)
    .join('\n');
}
