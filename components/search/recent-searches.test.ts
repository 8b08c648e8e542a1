import { describe, expect, it } from 'vitest';
import { type RecentSearch, readRecent, searchOfForm, withRecent } from './recent-searches';

const places = { from: 'Rio Branco (RBR)', to: 'Salvador (SSA)' };
const sent = {
  trip: 'return',
  from: 'RBR',
  to: 'SSA',
  date: '2026-12-10',
  return: '2026-12-17',
  passengers: '2',
};

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const search: RecentSearch = {
  href: '/flights?from=RBR&to=SSA&date=2026-12-10&passengers=2&return=2026-12-17',
  ...places,
  date: '2026-12-10',
  returnDate: '2026-12-17',
};

describe('a recent search', () => {
  it('is what the form sends', () => {
    expect(searchOfForm(formOf(sent), places)).toEqual(search);
  });

  it('has no way back when the form says one way, whatever its hidden field says', () => {
    expect(searchOfForm(formOf({ ...sent, trip: 'oneway' }), places)).toEqual({
      ...search,
      href: '/flights?from=RBR&to=SSA&date=2026-12-10&passengers=2',
      returnDate: '',
    });
  });

  it.each(['from', 'to', 'date', 'return'])('is none without %s', (missing) => {
    expect(searchOfForm(formOf({ ...sent, [missing]: '' }), places)).toBeNull();
  });

  it('comes first, once for each route, three at most', () => {
    const other = (to: string) => ({ ...search, to });
    const kept = [other('Recife (REC)'), other('Natal (NAT)'), { ...search, date: '2026-12-01' }];
    expect(withRecent(kept, search)).toEqual([search, other('Recife (REC)'), other('Natal (NAT)')]);
    expect(withRecent(kept, other('Belém (BEL)'))).toHaveLength(3);
  });

  it('is forgotten once its day is over', () => {
    const stored = JSON.stringify([search]);
    expect(readRecent(stored, '2026-12-10')).toEqual([search]);
    expect(readRecent(stored, '2026-12-11')).toEqual([]);
  });

  it.each([
    null,
    '',
    'null',
    '{"a":1}',
    '[null, 1, {"href":"https://evil.example"}]',
    JSON.stringify([{ ...search, href: 'javascript:alert(1)' }]),
  ])('is never read from rubbish: %s', (stored) => {
    expect(readRecent(stored, '2026-12-01')).toEqual([]);
  });
});
