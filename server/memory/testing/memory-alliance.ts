import { randomUUID } from 'node:crypto';
import type { Airline } from '../../airline';
import { resolveDue } from '../../atomic-commit/resolve';
import { purchase } from '../../booking/purchase';
import type { PurchaseResult } from '../../booking/purchase-result';
import { engineOf } from '../../booking/work';
import type { AirlineCode } from '../../domain/airline-code';
import { createTestAlliance, type TestAlliance } from '../../testing/alliance';
import { interlineLegs, seedInterlineLegs } from '../../testing/catalogue';
import { untilEverybodyKnows } from '../../testing/everybody-knows';
import { order } from '../../testing/orders';
import { compareMemories } from '../compare-memories';
import { recover } from '../recover/recover';
import type { RecoveryReport } from '../recover/report';
import { moveToOwnCluster, type OwnCluster } from './own-cluster';

/** In vain where a test loses the messages. */
const everybodyKnowsMs = 15_000;

/** Three airlines of which Rumos has a PostgreSQL of its own, that can be backed up, restored and cloned. */
export type MemoryAlliance = TestAlliance & {
  cluster: OwnCluster;
  customerId: string;
  /** Some seconds pass, with a round of the comparing loop at every airline. */
  passTime(seconds?: number): Promise<void>;
  /** Buys this seat on a leg of each of these airlines, at `site`; the answer is what the site says when all know. */
  buy(site: Airline, seat: string, sellers?: readonly AirlineCode[]): Promise<PurchaseResult>;
  /** As the operator would, without waiting for what nobody has decided. */
  recover(without?: readonly AirlineCode[]): Promise<RecoveryReport | null>;
};

export async function createMemoryAlliance(): Promise<MemoryAlliance> {
  const alliance = await createTestAlliance();
  const cluster = await moveToOwnCluster(alliance, 'rumos');
  const customerId = randomUUID();
  await seedInterlineLegs(alliance);
  const { close } = alliance;

  async function passTime(seconds = 10): Promise<void> {
    alliance.time.now = new Date(alliance.time.now.getTime() + seconds * 1_000);
    for (const airline of Object.values(alliance.airlines)) await compareMemories(airline);
    for (const airline of Object.values(alliance.airlines)) await resolveDue(engineOf(airline));
  }

  await passTime();
  return Object.assign(alliance, {
    cluster,
    customerId,
    passTime,
    buy: async (site: Airline, seat: string, sellers: readonly AirlineCode[] = ['rumos', 'giro']) => {
      const legs = sellers.map((seller) => ({ legId: interlineLegs[seller], seats: [seat] }));
      const input = order({ legs });
      const result = await purchase(site, input, customerId);
      if (result.status !== 'confirmed') return result;
      await untilEverybodyKnows(alliance, everybodyKnowsMs, result.globalTransactionId);
      return purchase(site, input, customerId);
    },
    recover: (without: readonly AirlineCode[] = []) =>
      recover(alliance.airlines.rumos, { without, since: new Date(0), tell: () => undefined, waitMs: 0 }),
    close: async () => {
      await cluster.remove();
      await close();
    },
  });
}
