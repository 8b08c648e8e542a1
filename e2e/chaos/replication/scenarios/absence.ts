import assert from 'node:assert/strict';
import { startAirline, stopAirline } from '../../../alliance/faults';
import { seqOf } from '../heads';
import { writeMany } from '../news';
import type { Scenario } from '../scenario';

const absent = 'boreal';

/** One airline is switched off while another changes again and again. */
function absence(name: string, changes: number, inShare: boolean): Scenario {
  return {
    name,
    inShare,
    async play({ databases }) {
      const before = await seqOf(databases, 'rumos');
      await stopAirline(absent);
      const startedAt = Date.now();
      await writeMany(databases, 'rumos', changes);
      const wroteMs = Date.now() - startedAt;
      const written = (await seqOf(databases, 'rumos')) - before;
      assert.ok(written >= changes, `${written} entries were written, not ${changes}`);
      await startAirline(absent);
      const missing = (await seqOf(databases, 'rumos')) - (await seqOf(databases, absent, 'rumos'));
      return {
        proof: `${written} entries while ${absent} was off`,
        facts: [
          `sequenced ${Math.round((written * 1_000) / wroteMs)} entries/s`,
          `${missing} were missing when its site was ready`,
        ],
      };
    },
  };
}

export const absences: Scenario[] = [
  absence('away-for-10000', 10_000, false),
  absence('away-for-2000', 2_000, true),
];
