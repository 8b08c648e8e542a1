import type { Airline } from '@/server/airline';
import type { AirlineCode } from '@/server/domain/airline-code';
import { applyCustomers } from './apply-customers';
import { type CustomerRecord, findCustomer, fromRecord } from './customer-messages';
import { isTimely } from './is-timely';
import { peerTimeoutMs } from './peer-limits';

/**
 * Asks the live peers for the accounts that were opened with this e-mail, keeps what they know and answers whether there
 * is any: the change log may be seconds behind. Best effort: a peer that is silent or refuses changes nothing, and the
 * answer takes at most a second.
 */
export async function pullCustomers(airline: Airline, email: string): Promise<boolean> {
  const live = airline.peers.codes.filter((peer) => airline.peers.statusOf(peer).state === 'live');
  const found = await Promise.all(live.map((peer) => pullFrom(airline, peer, email)));
  return found.includes(true);
}

async function pullFrom(airline: Airline, peer: AirlineCode, email: string): Promise<boolean> {
  try {
    const { accounts } = await airline.peers.call(
      peer,
      findCustomer,
      { email },
      { timeoutMs: peerTimeoutMs },
    );
    // An answer about somebody else is not an answer to this question.
    const asked = accounts.filter((record) => record.email === email);
    await keep(airline, asked);
    return asked.length > 0;
  } catch (cause) {
    airline.log('info', 'no account from a peer', { peer, cause });
    return false;
  }
}

function keep(airline: Airline, records: readonly CustomerRecord[]): Promise<void> {
  const copies = records.filter((record) => isTimely(record, airline.clock)).map(fromRecord);
  return airline.db.transaction((tx) => applyCustomers(tx, copies));
}
