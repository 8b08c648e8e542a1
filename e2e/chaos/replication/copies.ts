import { type AirlineCode, airlines } from '../../api/airlines';
import type { Databases } from '../databases';

/** What one airline has of one kind of one origin: how many rows and what they add up to, in any order. */
type Sum = { what: string; rows: number; sum: string };

export type Comparison = { rows: number; different: string[] };

/**
 * Compares everything that is copied, row by row and without asking the sites: legs and cabins at all three, accounts at
 * all three, bookings between the two that have them from the third.
 */
export async function compareCopies(databases: Databases): Promise<Comparison> {
  const all = await Promise.all(
    airlines.map(async (code) => ({ code, sums: await sumsAt(databases, code) })),
  );
  const found = new Map<string, Map<string, AirlineCode[]>>();
  for (const { code, sums } of all)
    for (const { what, rows, sum } of sums) {
      const variants = found.get(what) ?? new Map<string, AirlineCode[]>();
      const variant = `${rows} rows, ${sum}`;
      variants.set(variant, [...(variants.get(variant) ?? []), code]);
      found.set(what, variants);
    }
  return {
    rows: Math.max(...all.map(({ sums }) => sums.reduce((total, { rows }) => total + rows, 0))),
    different: [...found].flatMap(([what, variants]) => {
      const complete = [...variants.values()].flat().length === witnessesOf(what);
      return variants.size === 1 && complete ? [] : [`${what}: ${describe(variants)}`];
    }),
  };
}

/** Nobody has copies of his own bookings. */
const witnessesOf = (what: string) => (what.startsWith('bookings') ? airlines.length - 1 : airlines.length);

function describe(variants: Map<string, AirlineCode[]>): string {
  return [...variants].map(([variant, codes]) => `${variant} at ${codes.join('+')}`).join(' | ');
}

async function sumsAt(databases: Databases, airline: AirlineCode): Promise<Sum[]> {
  return databases.of(airline)<Sum[]>`
    with told (what, row) as (
      select 'legs of ' || airline, (to_jsonb(l) - 'change_seq')::text from legs l
      union all
      select 'cabins of ' || airline, (to_jsonb(c) - 'change_seq')::text from cabins c
      union all
      select 'accounts', to_jsonb(c)::text from customers c
      union all
      select 'bookings of ' || origin, (to_jsonb(b) - 'change_seq')::text from booking_copies b
      where origin <> ${airline}
    )
    select what, count(*)::int as rows, sum(hashtextextended(row, 0)::numeric)::text as sum
    from told group by what order by what`;
}
