import type { Airline } from '@/server/airline';
import type { AirlineCode } from '@/server/domain/airline-code';
import type { CustomerRow } from './customer';
import { shareCustomer, toRecord } from './customer-messages';
import { peerTimeoutMs } from './peer-limits';

/**
 * Tells the peers about a new or changed account, after its commit. Best effort: a peer that misses it asks at the next
 * sign-in (`pullCustomer`); the answer waits at most a second.
 */
export async function pushCustomer(airline: Airline, row: CustomerRow): Promise<void> {
  const reachable = airline.peers.codes.filter((peer) => airline.peers.statusOf(peer).state !== 'offline');
  await Promise.all(reachable.map((peer) => pushTo(airline, peer, row)));
}

async function pushTo(airline: Airline, peer: AirlineCode, row: CustomerRow): Promise<void> {
  try {
    await airline.peers.call(peer, shareCustomer, toRecord(row), { timeoutMs: peerTimeoutMs });
  } catch (cause) {
    airline.log('info', 'account not shared with a peer', { peer, cause });
  }
}
