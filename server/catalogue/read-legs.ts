import type { LegId } from '../domain/leg';
import { operatingAirline } from '../domain/leg';
import type { Changes, Rejected } from '../replication/entity';
import { type LegState, parseLegState, parsePublishedLegId } from './leg-state';

export type LegChange = { legId: LegId; seq: number; state: LegState };

/** The entries of a log that are legs of its origin, the last of each leg only, and what is wrong with the others. */
export function readLegs({ origin, changes }: Changes): { legs: LegChange[]; rejected: Rejected[] } {
  const legs = new Map<LegId, LegChange>();
  const rejected: Rejected[] = [];
  for (const { id, state: published, seq } of changes) {
    const legId = parsePublishedLegId(id);
    if (legId && operatingAirline(legId) !== origin) {
      rejected.push({ seq, reason: 'foreign' });
      continue;
    }
    const state = parseLegState(published);
    if (legId && state) legs.set(legId, { legId, seq, state });
    else rejected.push({ seq, reason: 'unreadable' });
  }
  return { legs: [...legs.values()], rejected };
}
