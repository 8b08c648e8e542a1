import { eq } from 'drizzle-orm';
import { seatClaims } from '@/db/schema';
import type { Airline } from '../airline';
import { rowsOf, seatsOf, surchargeCents } from '../domain/cabin';
import type { LegId } from '../domain/leg';
import { Refusal } from '../errors';
import { type Claim, type Claimant, isActive, isHeldBy } from './claims';
import type { SeatMap, seatStates } from './messages';
import { getOwnLegs } from './own-leg';

type SeatState = (typeof seatStates)[number];

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
  const seats = seatsOf(leg.cabin).map((seat) => ({
    row: seat.row,
    designator: seat.designator,
    state: stateOf(claimsBySeat.get(seat.designator), viewer, now),
    features: seat.features,
    surchargeCents: surchargeCents(seat),
  }));
  return {
    legId,
    airline: airline.code,
    state: 'live',
    asOf: now.toISOString(),
    aircraft: leg.aircraft,
    cabinName: leg.cabin.name,
    letters: leg.cabin.letters,
    aisleAfter: leg.cabin.aisleAfter,
    rows: rowsOf(leg.cabin).map((row) => ({
      row,
      exit: leg.cabin.exitRows.includes(row),
      seats: seats.filter((seat) => seat.row === row).map(({ row: _row, ...seat }) => seat),
    })),
  };
}
