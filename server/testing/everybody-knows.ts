import { and, eq, isNotNull } from 'drizzle-orm';
import { expect } from 'vitest';
import { globalTransactions } from '@/db/schema';
import { waitUntil } from '@/scripts/wait-until';
import type { TestAlliance } from './alliance';

/**
 * The answer to a customer needs a majority; the last airline hears of the decision a moment later, and the coordinator
 * asks on until it has seen that everybody knows. Waits for that, and for the last call between airlines, so that
 * nothing of this test reaches into the next.
 */
export async function everybodyKnows(alliance: TestAlliance): Promise<void> {
  expect(await untilEverybodyKnows(alliance, 15_000), 'every airline knows the decision').toBe(true);
}

/** The same for a test that may have cut somebody off: false when it was in vain. `of`: of this transaction alone. */
export async function untilEverybodyKnows(
  { airlines, callsUnderWay }: TestAlliance,
  deadlineMs: number,
  of?: string,
): Promise<boolean> {
  const { resolveAt, id } = globalTransactions;
  const isLeft = and(isNotNull(resolveAt), of ? eq(id, of) : undefined);
  const nothingIsLeft = async () => {
    if (callsUnderWay.size > 0) return false;
    const counts = Object.values(airlines).map(({ db }) => db.$count(globalTransactions, isLeft));
    return (await Promise.all(counts)).every((count) => count === 0);
  };
  return (await waitUntil(nothingIsLeft, deadlineMs, 10)) ?? false;
}
