import { expect } from 'vitest';
import { globalTransactions } from '@/db/schema';
import { waitUntil } from '@/scripts/wait-until';
import type { TestAlliance } from './alliance';

/** The answer to a customer needs a majority; the last airline hears of the decision a moment later. Waits for that. */
export async function everybodyKnows({ airlines }: TestAlliance): Promise<void> {
  const isDecided = async () => {
    const rows = await Promise.all(
      Object.values(airlines).map(({ db }) => db.select().from(globalTransactions)),
    );
    return rows.flat().every((row) => row.decision !== null);
  };
  expect(await waitUntil(isDecided, 5_000, 10), 'every airline knows the decision').toBe(true);
}
