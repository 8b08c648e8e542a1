import type { Airline } from '../airline';
import type { RecordLocator } from '../domain/record-locator';
import type { Copy } from './assemble-booking';
import { bookingProcedure } from './messages';
import { readStatement } from './statement';

/** A page waits for the slowest peer, so no longer than this. */
const timeoutMs = 800;

/**
 * Asks every peer that may answer, all at once, what it has to say of one booking: for one of which the replica has not
 * heard yet. Never throws: who does not answer has nothing to say.
 */
export async function askPeersForBooking(
  airline: Airline,
  input: { customerId: string; recordLocator: RecordLocator },
): Promise<Copy[]> {
  const present = airline.peers.codes.filter((peer) => airline.peers.statusOf(peer).state !== 'offline');
  const copies = await Promise.all(
    present.map(async (origin): Promise<Copy[]> => {
      const answer = await airline.peers
        .call(origin, bookingProcedure, input, { timeoutMs })
        .catch(() => null);
      const heard = readStatement(origin, answer?.booking);
      const isAsked = 'header' in heard && heard.header.recordLocator === input.recordLocator;
      return isAsked ? [{ ...heard, origin }] : [];
    }),
  );
  return copies.flat();
}
