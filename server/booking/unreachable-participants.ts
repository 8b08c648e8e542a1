import type { Airline } from '../airline';
import type { AirlineCode } from '../domain/airline-code';
import type { Booking } from '../domain/booking';

/**
 * Airlines of a booking without which it cannot be cancelled now: they are away, or nothing is known here of their part.
 * An old copy is no obstacle, since each airline judges its own part when it votes.
 */
export function unreachableParticipants(
  airline: Airline,
  { participants, parts }: Pick<Booking, 'participants' | 'parts'>,
): AirlineCode[] {
  return participants.filter((code) => {
    if (!parts.some((part) => part.airline === code)) return true;
    return code !== airline.code && airline.peers.statusOf(code).state === 'offline';
  });
}
