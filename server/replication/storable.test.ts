import { expect, it } from 'vitest';
import { isStorable, storableText, storableValue } from './storable';

const half = '\ud83d';

it('takes what PostgreSQL takes', () => {
  for (const value of [null, 7, 'ação 🛫', { a: ['b'] }, 'a backslash \\u0000 that is text', undefined])
    expect(isStorable(value)).toBe(true);
});

it('refuses NUL and half characters, wherever they stand', () => {
  for (const value of ['\u0000', half, { a: [`b${half}`] }, { '\u0000': 1 }, '\\\u0000'])
    expect(isStorable(value)).toBe(false);
});

it('keeps what cannot be stored as text that can', () => {
  const kept = storableValue({ name: `A${half}`, nul: '\u0000' });
  expect(kept).toBe('{"name":"A\\ud83d","nul":"\\u0000"}');
  expect(isStorable(kept)).toBe(true);
  expect(storableValue({ a: 1 })).toEqual({ a: 1 });
  expect(storableText('a\u0000b')).toBe('a\uFFFDb');
});
