import { expect, it } from 'vitest';
import type { KnownLog } from '../change-log/read-vector';
import { startOfLog } from '../version-vector';
import { needsSnapshot } from './needs-snapshot';

const log = (seq: number, firstSeq = 1, epoch = 1) => ({
  origin: 'rumos' as const,
  epoch,
  seq,
  firstSeq,
  asOf: null,
});

const copy = (seq: number, more: Partial<KnownLog> = {}): KnownLog => ({
  origin: 'rumos',
  epoch: 1,
  seq,
  asOf: null,
  bootstrap: null,
  bootstrappedAt: null,
  ...more,
});

type Case = { copy: KnownLog | undefined; log: ReturnType<typeof log>; needs: boolean };

const second = startOfLog(2);
const halfCopied = { epoch: 1, seq: 5, entity: 'leg', after: null };

const cases: Record<string, Case> = {
  'is up to date': { copy: copy(10), log: log(10), needs: false },
  'is behind, and the log still has what is missing': { copy: copy(10), log: log(90_000, 11), needs: false },
  'is behind what the log still has': { copy: copy(10), log: log(20, 12), needs: true },
  'is a hundred thousand entries behind': { copy: copy(10), log: log(100_011), needs: true },
  'is of an earlier epoch': { copy: copy(10), log: log(second, second + 1, 2), needs: true },
  'is of an epoch that its origin has forgotten': {
    copy: copy(10, { epoch: 2 }),
    log: log(99),
    needs: false,
  },
  'does not count any more': { copy: copy(0, { epoch: 0 }), log: log(10), needs: true },
  'is half a snapshot': { copy: copy(10, { bootstrap: halfCopied }), log: log(10), needs: true },
  'is none, and the log is whole': { copy: undefined, log: log(10), needs: false },
  'is none, and a later log is whole': { copy: undefined, log: log(second + 1, second + 1, 2), needs: false },
  'is none, and the log is trimmed': { copy: undefined, log: log(10, 2), needs: true },
};

it.each(Object.entries(cases))('a copy that %s', (_what, { copy: have, log: told, needs }) => {
  expect(needsSnapshot(have, told)).toBe(needs);
});
