import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { fareArrives, hasFare, raiseFares, waitingFare } from '../news';
import type { Scenario } from '../scenario';

const deadlineMs = 10_000;
/** Long enough for many rounds of the sequencer and a pull. */
const openMs = 3_000;

/**
 * A change is noted early and commits late, another is noted later and commits at once: whoever counted by the order of
 * the notes alone would skip the first for ever.
 */
export const lateCommit: Scenario = {
  name: 'late-commit',
  inShare: true,
  async play({ databases }) {
    const slow = await waitingFare(databases, 'rumos');
    const quick = await raiseFares(databases, 'rumos', { count: 1, skip: 1 });
    await pause(openMs);
    const early = await hasFare(databases, 'giro', quick);
    const since = Date.now();
    await slow.commit();
    assert.ok(!early, 'the later change was told before the earlier one could commit');
    const slowMs = await fareArrives(databases, slow.fare, { at: 'giro', since, deadlineMs });
    const quickMs = await fareArrives(databases, quick, { at: 'giro', since, deadlineMs });
    return {
      proof: `a tx stayed open for ${openMs / 1_000} s behind a committed one; nothing was told`,
      facts: [`after its commit both came to giro in ${Math.max(slowMs, quickMs)} ms`],
    };
  },
};
