import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, lagOf, merge, startOfLog, type VersionVector, versionVectorSchema } from './version-vector';

/** Few values, so that equal and half-equal vectors are common. */
const positions = fc.record({ epoch: fc.integer({ min: 1, max: 3 }), seq: fc.integer({ min: 0, max: 4 }) });
const vectors: fc.Arbitrary<VersionVector> = fc.record(
  { rumos: positions, giro: positions, boreal: positions },
  { requiredKeys: [] },
);

describe('merge', () => {
  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(vectors, vectors, vectors, (a, b, c) => {
        expect(merge(a, b)).toEqual(merge(b, a));
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
        expect(merge(a, a)).toEqual(a);
      }),
    );
  });

  it('is the least vector that covers both', () => {
    fc.assert(
      fc.property(vectors, vectors, vectors, (a, b, c) => {
        expect(covers(merge(a, b), a) && covers(merge(a, b), b)).toBe(true);
        if (covers(c, a) && covers(c, b)) expect(covers(c, merge(a, b))).toBe(true);
      }),
    );
  });

  it('prefers the newer log to the longer one', () => {
    expect(merge({ giro: { epoch: 1, seq: 900 } }, { giro: { epoch: 2, seq: 3 } })).toEqual({
      giro: { epoch: 2, seq: 3 },
    });
  });
});

describe('covers', () => {
  it('is a partial order', () => {
    fc.assert(
      fc.property(vectors, vectors, vectors, (a, b, c) => {
        expect(covers(a, a)).toBe(true);
        if (covers(a, b) && covers(b, a)) expect(a).toEqual(b);
        if (covers(a, b) && covers(b, c)) expect(covers(a, c)).toBe(true);
      }),
    );
  });

  it('holds between neither of two that have each heard of something else', () => {
    const [a, b] = [{ giro: { epoch: 1, seq: 2 } }, { rumos: { epoch: 1, seq: 2 } }];
    expect([covers(a, b), covers(b, a)]).toEqual([false, false]);
  });
});

it('counts the entries that are missing', () => {
  const start = startOfLog(2);
  const head = { epoch: 2, seq: start + 40 };
  expect(lagOf({ epoch: 2, seq: start + 37 }, head)).toBe(3);
  expect(lagOf({ epoch: 1, seq: 900 }, head)).toBe(40);
  expect(lagOf(undefined, head)).toBe(40);
  expect(lagOf({ epoch: 2, seq: start + 41 }, head)).toBe(0);
  expect(lagOf({ epoch: 3, seq: startOfLog(3) }, head)).toBe(0);
  expect(lagOf(undefined, { epoch: 1, seq: 7 })).toBe(7);
  expect(lagOf({ epoch: 1, seq: 5 }, null)).toBe(0);
});

it('is told as JSON', () => {
  fc.assert(
    fc.property(vectors, (vector) => {
      expect(versionVectorSchema.parse(JSON.parse(JSON.stringify(vector)))).toEqual(vector);
    }),
  );
  expect(versionVectorSchema.safeParse({ panair: { epoch: 1, seq: 1 } }).success).toBe(false);
});
