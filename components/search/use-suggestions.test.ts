import { expect, it } from 'vitest';
import { nextActive } from './use-suggestions';

it('goes through the list and out at either end', () => {
  expect(nextActive(null, 1, 3)).toBe(0);
  expect(nextActive(0, 1, 3)).toBe(1);
  expect(nextActive(2, 1, 3)).toBeNull();
  expect(nextActive(null, -1, 3)).toBe(2);
  expect(nextActive(0, -1, 3)).toBeNull();
});

it('is nowhere in an empty list', () => {
  expect(nextActive(null, 1, 0)).toBeNull();
  expect(nextActive(null, -1, 0)).toBeNull();
});
