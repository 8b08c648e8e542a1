import type { Airline } from '../airline';
import type { AirlineCode } from '../domain/airline-code';
import { Refusal } from '../errors';

/**
 * Throws `AIRLINE_OFFLINE` when this airline knows that `owner` is away: only the owner sells its seats, so there is no
 * point in asking, however new the copy is.
 */
export function refuseOffline(airline: Airline, owner: AirlineCode): void {
  if (owner !== airline.code && airline.peers.statusOf(owner).state === 'offline')
    throw new Refusal('AIRLINE_OFFLINE', { airline: owner });
}
