import { describe, expect, it } from 'vitest';
import { judgeChecksums } from './judge-checksums';
import type { ChecksumsAnswer } from './messages';

const writtenByAny = new Set(['customer']);

const same: ChecksumsAnswer = {
  vector: { giro: { epoch: 2, seq: 7 }, rumos: { epoch: 1, seq: 3 } },
  isQuiet: true,
  incomplete: [],
  checksums: [
    { entity: 'leg', count: 3, sum: '55' },
    { entity: 'customer', count: 1, sum: '-9' },
  ],
};

function judge(theirs: Partial<ChecksumsAnswer>, ours: Partial<ChecksumsAnswer> = {}) {
  return judgeChecksums({
    peer: 'giro',
    theirs: { ...same, ...theirs },
    ours: { ...same, ...ours },
    writtenByAny,
  });
}

const sums = (leg: string, customer = '-9') => ({
  checksums: [
    { entity: 'leg', count: 3, sum: leg },
    { entity: 'customer', count: 1, sum: customer },
  ],
});

describe('judgeChecksums', () => {
  it('finds equal what is equal, and names what differs', () => {
    expect(judge({})).toEqual({ outcome: 'equal', compared: ['leg', 'customer'], skipped: [] });
    expect(judge(sums('56'))).toMatchObject({ outcome: 'different', different: ['leg'] });
    expect(judge(sums('55', '0'))).toMatchObject({ outcome: 'different', different: ['customer'] });
    expect(judge({ checksums: [{ entity: 'leg', count: 4, sum: '55' }] })).toMatchObject({
      outcome: 'different',
      different: ['leg'],
      skipped: ['customer'],
    });
  });

  it.each([
    { what: 'the peer has more than its log tells', theirs: { isQuiet: false } },
    { what: 'the copy is behind', theirs: { vector: { giro: { epoch: 2, seq: 8 } } } },
    { what: 'the copy is of an older log', theirs: { vector: { giro: { epoch: 3, seq: 7 } } } },
    { what: 'the peer has no log', theirs: { vector: {} } },
    { what: 'nothing has been copied, or a snapshot is being copied', ours: { vector: {} } },
  ])('says nothing while $what', ({ theirs = {}, ours = {} }) => {
    expect(judge({ ...sums('0', '0'), ...theirs }, ours)).toEqual({ outcome: 'busy' });
  });

  it.each([
    { what: 'one has heard more of a third', theirs: { vector: { giro: { epoch: 2, seq: 7 } } }, ours: {} },
    { what: 'changes here are not in the log yet', theirs: {}, ours: { isQuiet: false } },
    { what: 'the peer has set entries aside', theirs: { incomplete: ['customer'] }, ours: {} },
    { what: 'entries are set aside here', theirs: {}, ours: { incomplete: ['customer'] } },
  ])('leaves out what any airline writes where $what', ({ theirs, ours }) => {
    const differing = { ...sums('55', '0'), ...theirs };
    expect(judge(differing, ours)).toEqual({ outcome: 'equal', compared: ['leg'], skipped: ['customer'] });
  });

  it('leaves out what is set aside here, whoever writes it', () => {
    expect(judge(sums('0'), { incomplete: ['leg'] })).toMatchObject({ outcome: 'equal', skipped: ['leg'] });
    expect(judge({ ...sums('0'), incomplete: ['leg'] })).toMatchObject({ different: ['leg'] });
  });
});
