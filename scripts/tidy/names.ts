import { posix } from 'node:path';
import { isTest, type SourceFile } from './source-files';

/** Folder and file names that say nothing about what is inside. */
const emptyNames = /(^|[/-])(utils?|helpers?|common|misc|stuff|manager)([./-]|$)/;

/** Words of the glossary's right column, as identifiers in code: each has one right word (ARCHITECTURE.md, Names). */
const bannedIdentifiers: { pattern: RegExp; say: string }[] = [
  { pattern: /\b(?:seatNumber|seat_number)\b/, say: 'seat or designator' },
  { pattern: /\b(?:pnr|PNR)\b/, say: 'record locator' },
  { pattern: /\b(?:slave|master|zombie)\b/i, say: 'coordinator or participant' },
  { pattern: /\bsaga\b/i, say: 'global transaction' },
  { pattern: /\bcodeshare\b/, say: 'interline' },
];

const toolTraces = /registry\.npmjs\.org|deb\.debian\.org|\/work\/|\bLLM\b|\bChatGPT\b|\bClaude\b/;

/** SSIM and BCBP have words of their own. */
const aboutSsim = /^server\/(schedule\/|testing\/ssim-file)/;

/** Only the file that lists the words may use them. */
const lists = /^scripts\/tidy\//;

/** One sentence for each bad name. */
export function badNames(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !lists.test(path))
    .flatMap((file) => [...badPath(file), ...badWords(file)]);
}

function badPath({ path }: SourceFile): string[] {
  const isBarrel = posix.basename(path) === 'index.ts' && path !== 'db/schema/index.ts';
  return [
    ...(emptyNames.test(path) ? [`${path}: name it for what it does`] : []),
    ...(isBarrel ? [`${path}: no barrels but db/schema/index.ts`] : []),
  ];
}

function badWords({ path, text }: SourceFile): string[] {
  const isSource = /\.(ts|tsx)$/.test(path) && !aboutSsim.test(path);
  const words = isSource ? bannedIdentifiers.filter(({ pattern }) => pattern.test(text)) : [];
  return [
    ...words.map(({ pattern, say }) => `${path}: say ${say} (${pattern.source})`),
    ...(toolTraces.test(text) ? [`${path}: names a machine, a registry or a tool`] : []),
    ...(/\b(TODO|FIXME|XXX|HACK)\b/.test(text) && !isTest(path)
      ? [`${path}: do it or file it, no notes to self`]
      : []),
  ];
}
