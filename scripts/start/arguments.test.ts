import { expect, test } from 'vitest';
import { parseArguments } from './arguments';

test('nothing given starts all airlines with the data there is', () => {
  expect(parseArguments([])).toEqual({ fresh: false, only: null, help: false });
});

test('--fresh and --only are understood together', () => {
  expect(parseArguments(['--fresh', '--only', 'giro'])).toEqual({ fresh: true, only: 'giro', help: false });
});

test.each([
  [['--only', 'azul'], 'there are rumos, giro, boreal'],
  [['--only'], '--help'],
  [['--frehs'], "Unknown option '--frehs'"],
  [['rumos'], '--help'],
])('%j is refused with a sentence', (given, sentence) => {
  expect(() => parseArguments(given)).toThrow(sentence);
});
