import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { airlineCodes } from '@/server/domain/airline-code';

/** Text needs 4.5 : 1, borders of controls and the focus ring 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11). */
const textPairs: [ink: string, ground: string][] = [
  ...['ink', 'ink-muted', 'brand-text', 'accent', 'positive', 'warning', 'danger'].flatMap((ink) =>
    ['canvas', 'surface', 'sunken'].map((ground): [string, string] => [ink, ground]),
  ),
  ...['rumos', 'giro', 'boreal'].flatMap((airline): [string, string][] => [
    [`airline-${airline}`, 'surface'],
    [`airline-${airline}`, 'canvas'],
    [`airline-${airline}`, `airline-${airline}-soft`],
  ]),
  ['on-brand', 'brand'],
  ['on-brand', 'brand-hover'],
  ['brand-text', 'brand-soft'],
  ['ink', 'brand-soft'],
  ['ink', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['positive', 'positive-soft'],
  ['warning', 'warning-soft'],
  ['danger', 'danger-soft'],
  ['ink', 'warning-soft'],
  ['ink', 'danger-soft'],
  ['ink', 'positive-soft'],
  ['hero-ink', 'hero'],
  ['hero-muted', 'hero'],
];
const borderPairs: [line: string, ground: string][] = [
  ['line-strong', 'surface'],
  ['line-strong', 'canvas'],
  ['focus', 'surface'],
  ['focus', 'canvas'],
];

const shared = readFileSync('app/globals.css', 'utf8');

function tokensOf(css: string, mode: 'light' | 'dark'): Map<string, string> {
  const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
  const tokens = new Map<string, string>();
  for (const part of mode === 'light' ? [light] : [light, dark]) {
    for (const [, name = '', hex = ''] of part.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g))
      tokens.set(name, hex);
  }
  return tokens;
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(airlineCodes)('%s', (airline) => {
  const brand = readFileSync(`app/brands/${airline}.css`, 'utf8');

  it.each(['light', 'dark'] as const)('keeps WCAG AA contrast in %s mode', (mode) => {
    const tokens = new Map([...tokensOf(shared, mode), ...tokensOf(brand, mode)]);
    const measured = (pairs: [string, string][], least: number) =>
      pairs
        .map(([ink, ground]) => ({
          pair: `${ink} on ${ground}`,
          ratio: contrast(tokens.get(ink) ?? '', tokens.get(ground) ?? ''),
        }))
        .filter(({ ratio }) => !(ratio >= least));
    expect(measured(textPairs, 4.5)).toEqual([]);
    expect(measured(borderPairs, 3)).toEqual([]);
  });
});
