import { type AirlineCode, airlines } from '../../api/airlines';
import type { Databases } from '../databases';

/** How far one airline has come: of every origin `epoch/seq`, and what of its own is not in its log yet. */
export type Head = {
  logs: Partial<Record<AirlineCode, string>>;
  unsequenced: number;
  isCopyingSnapshot: boolean;
};

/** What an airline's database says of its version vector. */
export async function readHead(databases: Databases, airline: AirlineCode): Promise<Head> {
  const rows = await databases.of(airline)<
    { origin: AirlineCode; place: string; copying: boolean; unsequenced: number }[]
  >`
    select origin, epoch || '/' || seq as place, bootstrap is not null as copying,
      (select count(*)::int from outbox) as unsequenced
    from change_logs`;
  return {
    logs: Object.fromEntries(rows.map(({ origin, place }) => [origin, place])),
    unsequenced: rows[0]?.unsequenced ?? 0,
    isCopyingSnapshot: rows.some(({ copying }) => copying),
  };
}

/** The last place in one origin's log that is known at an airline; 0 before the first. */
export async function seqOf(databases: Databases, at: AirlineCode, origin = at): Promise<number> {
  const [row] = await databases.of(at)<{ seq: string }[]>`
    select seq from change_logs where origin = ${origin}`;
  return Number(row?.seq ?? 0);
}

export async function countUnsequenced(databases: Databases, airline: AirlineCode): Promise<number> {
  const [row] = await databases.of(airline)<{ count: number }[]>`select count(*)::int as count from outbox`;
  return row?.count ?? 0;
}

/** Null when all three stand at the same places of all three logs, else who stands where. */
export async function difference(databases: Databases): Promise<string | null> {
  const heads = await Promise.all(airlines.map((code) => readHead(databases, code)));
  const places = heads.map(({ logs }) => airlines.map((origin) => logs[origin] ?? '–').join(' '));
  const isEqual = new Set(places).size === 1 && !places[0]?.includes('–');
  const isIdle = heads.every(({ unsequenced, isCopyingSnapshot }) => unsequenced === 0 && !isCopyingSnapshot);
  if (isEqual && isIdle) return null;
  return heads
    .map(({ unsequenced, isCopyingSnapshot }, index) => {
      const copying = isCopyingSnapshot ? ', copying a snapshot' : '';
      return `${airlines[index]} at ${places[index]} with ${unsequenced} not sequenced${copying}`;
    })
    .join('; ');
}
