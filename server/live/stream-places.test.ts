import { expect, it } from 'vitest';
import { StreamPlaces } from './stream-places';

const addressOf = (number: number) => `10.0.${number >> 8}.${number & 255}`;

it('one address has thirty places, more where rate limits are lifted, and gets them back', () => {
  const places = new StreamPlaces();
  const leaves = Array.from({ length: 30 }, () => places.enter('192.0.2.1', 1));
  expect(() => places.enter('192.0.2.1', 1)).toThrow('RATE_LIMITED');
  expect(() => places.enter('192.0.2.2', 1)).not.toThrow();
  expect(() => places.enter('192.0.2.1', 2)).not.toThrow();
  leaves[0]?.();
  leaves[0]?.();
  leaves[1]?.();
  expect(() => places.enter('192.0.2.1', 1)).not.toThrow();
  expect(() => places.enter('192.0.2.1', 1)).toThrow('RATE_LIMITED');
});

it('a process has two thousand places', () => {
  const places = new StreamPlaces();
  const leaves = Array.from({ length: 2_000 }, (_, number) => places.enter(addressOf(number), 1));
  expect(() => places.enter('192.0.2.1', 1)).toThrow('OVERLOADED');
  leaves[7]?.();
  expect(() => places.enter('192.0.2.1', 1)).not.toThrow();
});

it('lets nobody in once it is closed', () => {
  const places = new StreamPlaces();
  places.close();
  expect(() => places.enter('192.0.2.1', 1)).toThrow('OVERLOADED');
});
