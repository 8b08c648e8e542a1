import { describe, expect, it } from 'vitest';
import { describeComparison, describeReplication } from './describe-replication';
import type { KnownOrigin } from './read-replication';

const none = { batchesKept: 0, setAside: {} };
const origins: KnownOrigin[] = [
  {
    origin: 'rumos',
    log: { epoch: 2, seq: 1_000_000_000_080, asOf: new Date('2026-12-01T12:00:00.123Z'), bootstrap: null },
    batchesKept: 12,
    setAside: { future: 2, unreadable: 1 },
  },
  { ...none, origin: 'giro', log: { epoch: 1, seq: 7, asOf: null, bootstrap: null } },
  {
    ...none,
    origin: 'boreal',
    log: { epoch: 0, seq: 0, asOf: null, bootstrap: { epoch: 1, seq: 9, entity: 'leg', after: 'x' } },
  },
];

describe('describeReplication', () => {
  it('shows every log and what is kept of it', () => {
    expect(describeReplication({ self: 'giro', outboxRows: 0, origins })).toEqual([
      'origin  epoch            seq  as of                     batches  set aside               snapshot',
      'rumos       2  1000000000080  2026-12-01T12:00:00.123Z       12  2 future, 1 unreadable',
      'giro        1              7  own log                         0  none',
      'boreal      -              -  never                           0  none                    being copied, at leg',
      '',
      'Outbox: empty.',
    ]);
  });

  it('shows an airline that knows nothing yet', () => {
    const unknown = { ...none, origin: 'rumos' as const, log: null };
    const lines = describeReplication({ self: 'giro', outboxRows: 3, origins: [unknown] });
    expect(lines[1]).toMatch(/^rumos +- +- +never +0 +none$/);
    expect(lines.at(-1)).toBe('Outbox: 3 changes that the own log does not tell of yet.');
  });
});

describe('describeComparison', () => {
  it.each([
    [{ outcome: 'silent' as const }, 'giro: does not answer'],
    [
      { outcome: 'busy' as const },
      'giro: not comparable now: one of the two was changing or behind at every attempt',
    ],
    [{ outcome: 'equal' as const, compared: ['cabin', 'leg'], skipped: [] }, 'giro: equal: cabin, leg'],
    [
      {
        outcome: 'different' as const,
        different: ['leg'],
        compared: ['cabin', 'leg'],
        skipped: ['customer'],
      },
      'giro: different: leg; equal: cabin; not comparable now: customer',
    ],
  ])('says %j in one line', (comparison, line) => expect(describeComparison('giro', comparison)).toBe(line));
});
