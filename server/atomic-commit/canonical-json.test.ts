import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, hashOf } from './canonical-json';

/** The same value with the keys of every object in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

describe('canonical JSON', () => {
  it('sorts keys at every depth and leaves no blanks', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'ç "x"' }] })).toBe(
      '{"a":[{"c":"ç \\"x\\"","d":null}],"b":1}',
    );
  });

  it('sorts keys by UTF-16 code units, as RFC 8785 does', () => {
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '1': 3, '\u{1f600}': 4, '\u0080': 5, '\ufb33': 6 })).toBe(
      '{"\\r":2,"1":3,"\u0080":5,"\u20ac":1,"\u{1f600}":4,"\ufb33":6}',
    );
  });

  it('leaves out what JSON has no word for, as the wire does', () => {
    expect(canonicalJson({ a: undefined, b: [undefined, 1] })).toBe('{"b":[null,1]}');
  });

  it('writes whatever JSON can carry exactly as it would arrive', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(canonicalJson(value));
      }),
      { numRuns: 1_000, seed: 1 },
    );
  });

  it('writes a date as it would arrive', () => {
    const at = new Date('2026-12-01T10:00:00Z');
    expect(canonicalJson({ at })).toBe('{"at":"2026-12-01T10:00:00.000Z"}');
  });
});

describe('the hash', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(hashOf(reversed(value))).toBe(hashOf(value));
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('differs when anything differs', () => {
    const values = [{ a: 1 }, { a: '1' }, { a: [1] }, { b: 1 }, { a: 1, b: null }, [1], null, '', 0, {}, []];
    expect(new Set(values.map(hashOf)).size).toBe(values.length);
  });

  it('is the SHA-256 of the canonical form, in hexadecimal', () => {
    expect(hashOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});
