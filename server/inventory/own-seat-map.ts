import { eq } from 'drizzle-orm';
import { seatClaims } from '@/db/schema';
import type { Airline } from '../airline';
import type { LegId } from '../domain/leg';
import { Refusal } from '../errors';
import { type Claim, type Claimant, isActive, isHeldBy } from './claims';
import { drawSeatMap, type SeatState } from './draw-seat-map';
import type { SeatMap } from './messages';
import { getOwnLegs } from './own-leg';

function stateOf(claim: Claim | undefined, viewer: Claimant, now: Date): SeatState {
  if (!claim || !isActive(claim, now)) return 'free';
  if (claim.state === 'held') return isHeldBy(claim, viewer) ? 'mine' : 'held';
  return claim.state === 'blocked' ? 'blocked' : 'taken';
}

/** The seats of one of this airline's legs as `viewer` may see them: states, never names. Throws `LEG_UNKNOWN`. */
export async function ownSeatMap(airline: Airline, legId: LegId, viewer: Claimant): Promise<SeatMap> {
  const [leg] = await getOwnLegs(airline, airline.db, [legId]);
  if (!leg) throw new Refusal('LEG_UNKNOWN', { legId });
  const claims = await airline.db.select().from(seatClaims).where(eq(seatClaims.legId, legId));
  const claimsBySeat = new Map(claims.map((claim) => [claim.seat, claim]));
  const now = airline.clock.now();
  return drawSeatMap(
    { leg, stateOf: (seat) => stateOf(claimsBySeat.get(seat), viewer, now) },
    { state: 'live', asOf: now.toISOString() },
  );
}
