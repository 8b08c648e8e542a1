import type { Random } from '@/e2e/chaos/random';
import { addDays } from '@/server/domain/local-time';
import type { DateWindow } from '@/server/schedule/operating-dates';
import type { IndexedLeg } from '@/server/search/leg-index/leg-index';
import type { SearchBenchArguments } from '../arguments';
import { densified } from './densified';
import { seededLegs } from './seeded-legs';

export type BenchNetwork = { name: string; legs: IndexedLeg[]; window: DateWindow };

/** Any day will do as long as every run takes the same one; no zone of Brazil changes its clocks. */
export const firstDay = '2026-12-01';

/** The demo network, and a denser one of the same days that is made from it. */
export async function makeNetworks(
  { days, denseLegs }: SearchBenchArguments,
  random: Random,
): Promise<{ seeded: BenchNetwork; dense: BenchNetwork | null }> {
  const window = { from: firstDay, to: addDays(firstDay, days - 1) };
  const legs = await seededLegs(window, random);
  const dense = denseLegs === 0 ? null : densified(legs, denseLegs, random);
  return {
    seeded: { name: 'seeded', legs: inOrderOfId(legs), window },
    dense: dense && { name: 'dense', legs: inOrderOfId(dense), window },
  };
}

/** As a database gives them: neither by time nor by place, which would help whoever builds an index. */
function inOrderOfId(legs: IndexedLeg[]): IndexedLeg[] {
  return legs.toSorted((a, b) => (a.legId < b.legId ? -1 : 1));
}
