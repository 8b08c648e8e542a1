import type { Airline } from '../airline';
import { operatingAirline } from '../domain/leg';
import { Refusal } from '../errors';
import type { DelegatedResult } from './messages';
import { purchase } from './purchase';
import type { PurchaseInput } from './purchase-input';
import type { PurchaseResult } from './purchase-result';
import { resultOfRequest } from './purchase-result';
import { findSameRequest, insertRequest, type RequestKey } from './requests';
import { stateBookings } from './state-bookings';

/** Does a whole purchase for a peer's customer. Throws `LEG_UNKNOWN` when a leg is not this airline's. */
export async function sellForPeer(
  airline: Airline,
  { customerId, order }: { customerId: string; order: PurchaseInput },
): Promise<DelegatedResult> {
  const foreign = order.legs.find(({ legId }) => operatingAirline(legId) !== airline.code);
  if (foreign) throw new Refusal('LEG_UNKNOWN', { airline: airline.code, legId: foreign.legId });
  return delegatedResultOf(airline, await purchase(airline, order, customerId));
}

/** What became of a peer's delegated purchase; if it never arrived, it is refused from now on. */
export async function settleForPeer(
  airline: Airline,
  key: RequestKey & { requestHash: string },
): Promise<DelegatedResult> {
  const refusal = { code: 'AIRLINE_OFFLINE' as const, airline: airline.code };
  const tombstone = {
    globalTransactionId: airline.ids.uuid(),
    createdAt: airline.clock.now(),
    result: { status: 'refused' as const, refusal },
  };
  await insertRequest(airline.db, { ...key, ...tombstone });
  const request = await findSameRequest(airline.db, key);
  return request
    ? delegatedResultOf(airline, await resultOfRequest(airline, request))
    : { status: 'refused', refusal };
}

async function delegatedResultOf(airline: Airline, result: PurchaseResult): Promise<DelegatedResult> {
  if (result.status === 'refused' && result.refusal) return { status: 'refused', refusal: result.refusal };
  if (result.status !== 'confirmed' || !result.booking) return { status: 'pending' };
  const [booking] = await stateBookings(airline.db, airline.code, [result.booking.recordLocator]);
  return booking ? { status: 'confirmed', booking } : { status: 'pending' };
}
