import type { Attempt, Contest } from './contest';

/** What a buyer hears who came too late: sold, or in another purchase that is about to be decided. */
const lostRace = ['SEAT_TAKEN', 'SEAT_CONTESTED'];

/** What the buyers' own answers prove wrong, one sentence each: no winner, two winners, a refusal that names no rival. */
export function judge({ prizes }: Contest, attempts: readonly Attempt[]): string[] {
  return [
    ...prizes.flatMap((prize) => {
      const winners = attempts.filter((one) => one.prize === prize && one.outcome === 'confirmed').length;
      return winners === 1 ? [] : [`${winners} winners of ${nameOf(prize)}`];
    }),
    ...attempts.flatMap(({ outcome, refusal, statuses, prize, site }) => {
      const asked = `${nameOf(prize)} at ${site}`;
      const faults = statuses
        .filter((status) => status >= 500 && status !== 503)
        .map((s) => `${s} for ${asked}`);
      if (outcome === 'no answer' || outcome === 'pending')
        faults.push(`${outcome} for ${asked}: ${refusal?.code}`);
      if (outcome === 'refused' && !lostRace.includes(refusal?.code ?? ''))
        faults.push(`refused ${asked} with ${refusal?.code}`);
      return faults;
    }),
  ];
}

function nameOf({ legs }: Contest['prizes'][number]): string {
  return legs.map(({ legId, seats }) => `${legId} ${seats.join(' ')}`).join(', ');
}

/** How often each value occurs, most frequent first. */
export function tally(values: readonly (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).toSorted(([, a], [, b]) => b - a));
}
