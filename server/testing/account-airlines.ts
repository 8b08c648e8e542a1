import { sql } from 'drizzle-orm';
import {
  changeBatches,
  changeLogs,
  customers,
  outbox,
  peerProgress,
  rateLimits,
  setAsideChanges,
} from '@/db/schema';
import type { AirlineCode } from '@/server/domain/airline-code';
import { createTestAlliance, type TestAlliance } from './alliance';

export type AccountAlliance = TestAlliance & {
  /** Nobody answers these airlines and they answer nobody, until `heal`; their peers have noticed when `isNoticed`. */
  cutOff(code: AirlineCode, how: { isNoticed: boolean }): void;
  heal(): void;
  /** Back to no accounts, empty change logs, no counted requests and nobody cut off. */
  reset(): Promise<void>;
};

/** Three airlines in one process for tests of accounts, whose rows a test file may empty between tests. */
export async function createAccountAlliance(): Promise<AccountAlliance> {
  const alliance = await createTestAlliance();
  const cut = new Set<AirlineCode>();
  alliance.network.fateOf = ({ from, to }) => (cut.has(from) || cut.has(to) ? 'lost' : 'delivered');
  const heal = () => {
    cut.clear();
    alliance.offline.clear();
  };
  return Object.assign(alliance, {
    cutOff(code: AirlineCode, { isNoticed }: { isNoticed: boolean }) {
      cut.add(code);
      if (isNoticed) alliance.offline.add(code);
    },
    heal,
    async reset() {
      heal();
      alliance.calls.length = 0;
      const tables = sql`${customers}, ${rateLimits}, ${outbox}, ${changeBatches}, ${changeLogs}, ${peerProgress}, ${setAsideChanges}`;
      await Promise.all(
        Object.values(alliance.databases).map(({ db }) => db.execute(sql`truncate ${tables}`)),
      );
    },
  });
}
