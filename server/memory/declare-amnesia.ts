import { eq } from 'drizzle-orm';
import { memory } from '@/db/schema';
import type { Airline } from '../airline';
import { readOwnMemory } from './own-memory';

/**
 * This airline's database has forgotten something: from now on, durably, it votes in nothing and sells nothing until
 * `passcom recover` has reconciled it with its peers. The first reason stays.
 */
export async function declareAmnesia(airline: Airline, reason: string): Promise<void> {
  const declared = await airline.db
    .update(memory)
    .set({ state: 'amnesiac', reason, since: airline.clock.now() })
    .where(eq(memory.state, 'remembers'))
    .returning({ epoch: memory.epoch });
  await readOwnMemory(airline);
  if (declared.length > 0)
    airline.log('error', 'memory lost: no votes and no sales until `passcom recover`', { reason });
}
