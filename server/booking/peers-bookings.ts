import type { Airline } from '../airline';
import type { AirlineCode } from '../domain/airline-code';
import type { Booking } from '../domain/booking';
import type { RecordLocator } from '../domain/record-locator';
import { bookingsProcedure, type StatedBooking } from './messages';

/** A page waits for the slowest peer, so no longer than this. */
const timeoutMs = 800;

export type PeersAnswers = {
  stated: (StatedBooking & { by: AirlineCode })[];
  /** Who did not answer, or is known to be away. */
  silent: AirlineCode[];
};

/** Asks all peers at once for bookings of a customer. Never throws: who does not answer is silent. */
export async function askPeersForBookings(
  airline: Airline,
  input: { customerId: string; recordLocator?: RecordLocator },
): Promise<PeersAnswers> {
  const answers: PeersAnswers = { stated: [], silent: [] };
  await Promise.all(
    airline.peers.codes.map(async (peer) => {
      const away = airline.peers.statusOf(peer).state === 'offline';
      const answer = away
        ? null
        : await airline.peers.call(peer, bookingsProcedure, input, { timeoutMs }).catch(() => null);
      if (!answer) return answers.silent.push(peer);
      return answers.stated.push(...answer.bookings.map((booking) => ({ ...booking, by: peer })));
    }),
  );
  return answers;
}

/** Replaces stored copies of the peers' parts by what they just said; a cancellation anybody knows of counts. */
export function withLiveParts(airline: Airline, booking: Booking, { stated, silent }: PeersAnswers): Booking {
  const said = stated.filter(({ header }) => header.recordLocator === booking.recordLocator);
  const asOf = airline.clock.now().toISOString();
  const live = said.flatMap(({ by, part }) => (part?.airline === by ? [{ ...part, asOf, live: true }] : []));
  const copies = booking.parts.filter((part) => !live.some(({ airline: code }) => code === part.airline));
  const cancelled = said.find(({ header }) => header.state === 'cancelled')?.header;
  const { state, cancelledAt, refundCents } = cancelled ?? booking;
  const parts = [...copies, ...live].sort((a, b) => firstDeparture(a) - firstDeparture(b));
  return {
    ...booking,
    state,
    cancelledAt,
    refundCents,
    parts,
    silentAirlines: booking.participants.filter((code) => silent.includes(code)),
  };
}

function firstDeparture(part: { legs: { departsAt: string }[] }): number {
  return Math.min(...part.legs.map((leg) => Date.parse(leg.departsAt)));
}
