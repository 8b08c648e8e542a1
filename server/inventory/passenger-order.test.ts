import { expect, test } from 'vitest';
import { inPassengerOrder } from './passenger-order';

test('a renewed hold does not make two passengers swap seats', () => {
  expect(inPassengerOrder(['9C', '7A'], ['7A', '9C'])).toEqual(['9C', '7A']);
});

test('new seats come last and lost ones leave no gap', () => {
  expect(inPassengerOrder(['9C', '7A'], ['7A', '8B'])).toEqual(['7A', '8B']);
  expect(inPassengerOrder([], ['7A', '8B'])).toEqual(['7A', '8B']);
});
