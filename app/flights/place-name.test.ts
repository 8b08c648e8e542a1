import { expect, it } from 'vitest';
import { findPlaceName } from './place-name';

it.each([
  ['SSA', 'Salvador'],
  ['SAO', 'São Paulo'],
  ['GRU', 'São Paulo (GRU)'],
  ['VCP', 'Campinas (VCP)'],
  ['ZZZ', 'ZZZ'],
])('%s is called %s', (code, name) => {
  expect(findPlaceName(code)).toBe(name);
});
