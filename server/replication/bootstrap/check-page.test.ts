import { describe, expect, it } from 'vitest';
import { faultOfPage } from './check-page';
import type { SnapshotPage } from './messages';

function page(ids: readonly string[], next: string | null, schema = 2): SnapshotPage {
  return { epoch: 1, seq: 9, schema, states: ids.map((id) => ({ id, state: {} })), next };
}

const asked = { after: 'a', schemaVersion: 2 };

describe('faultOfPage', () => {
  it('finds none in a page that leads further or ends', () => {
    expect(faultOfPage(page(['b', 'c'], 'c'), asked)).toBeNull();
    expect(faultOfPage(page(['b', 'c'], null, 1), asked)).toBeNull();
    expect(faultOfPage(page([], null), { ...asked, after: null })).toBeNull();
  });

  it.each([
    { what: 'leads beyond what it contains', page: page(['b'], 'c'), fault: 'it ends before c' },
    { what: 'is empty and not the last', page: page([], 'a'), fault: 'it ends before a' },
    {
      what: 'repeats the page before',
      page: page(['a'], 'a'),
      fault: 'it contains a, after which it was asked for',
    },
    {
      what: 'only a later version understands',
      page: page(['b'], null, 3),
      fault: 'it is of version 3, and version 2 is understood here',
    },
    { what: 'has an entity twice', page: page(['b', 'b'], 'b'), fault: 'an entity stands in it twice' },
  ])('refuses a page that $what', (one) => expect(faultOfPage(one.page, asked)).toBe(one.fault));
});
