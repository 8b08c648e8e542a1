import type { Airline } from '@/server/airline';
import type { AirlineCode } from '@/server/domain/airline-code';
import { acceptRecord } from './accept-record';
import { findCustomer } from './customer-messages';
import { peerTimeoutMs } from './peer-limits';

/**
 * Asks the live peers for the account with this e-mail and keeps what they know. Best effort: a peer that is silent or
 * refuses changes nothing, and the answer takes at most a second.
 */
export async function pullCustomer(airline: Airline, email: string): Promise<void> {
  const live = airline.peers.codes.filter((peer) => airline.peers.statusOf(peer).state === 'live');
  await Promise.all(live.map((peer) => pullFrom(airline, peer, email)));
}

async function pullFrom(airline: Airline, peer: AirlineCode, email: string): Promise<void> {
  try {
    const record = await airline.peers.call(peer, findCustomer, { email }, { timeoutMs: peerTimeoutMs });
    // An answer about somebody else is not an answer to this question.
    if (record?.email === email) await acceptRecord(airline, record);
  } catch (cause) {
    airline.log('info', 'no account from a peer', { peer, cause });
  }
}
