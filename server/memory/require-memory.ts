import type { Airline } from '../airline';
import { Refusal } from '../errors';
import { ownMemory } from './own-memory';

/**
 * Before every vote, promise, acceptance, proposal, sale and hold: throws `AIRLINE_RECOVERING` when this airline's
 * database has forgotten something, or when it must not vote in this one transaction. Costs no query where the comparing
 * loop runs.
 */
export async function requireMemory(airline: Airline, globalTransactionId?: string): Promise<void> {
  const own = await ownMemory(airline);
  const abstains = globalTransactionId !== undefined && own?.abstainsFrom.has(globalTransactionId);
  if (own?.state === 'amnesiac' || abstains)
    throw new Refusal('AIRLINE_RECOVERING', { airline: airline.code });
}
