import { createHash } from 'node:crypto';
import { drawBaseMap } from './base-map';
import { drawSigns } from './signs';

/**
 * Every file that `npm run map` writes, by path: the drawings, and where pages find them. An address changes with its
 * drawing, so browsers may keep what they have for ever.
 */
export function drawingFiles(): Record<string, string> {
  const [baseMap, signs] = [drawBaseMap(), drawSigns()];
  return {
    'public/map/brazil.svg': baseMap,
    'public/map/signs.svg': signs,
    'components/map/drawing-addresses.ts': [
      '/* Written by `npm run map`. */\n',
      `export const baseMapHref = '/map/brazil.svg?${versionOf(baseMap)}#map';`,
      `export const signsHref = '/map/signs.svg?${versionOf(signs)}';\n`,
    ].join('\n'),
  };
}

function versionOf(drawing: string): string {
  return createHash('sha256').update(drawing).digest('hex').slice(0, 8);
}
