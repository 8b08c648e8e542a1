import type { Mutant } from './mutant';

/** Bugs of the statements around the engine, put into the simulated store that stands for them. */
export const storeMutants: Mutant[] = [
  {
    name: 'sweeper-frees-prepared',
    bug: 'the sweeper of ended holds touches prepared seats',
    file: 'simulation/sweeper-job.ts',
    find: "return state === 'held' && until !== undefined && until <= now;",
    replace: "return state !== 'sold' && (until === undefined || until <= now);",
  },
  {
    name: 'tombstones-deleted',
    bug: 'the row of an aborted transaction is deleted, and a late PREPARE finds nothing',
    file: 'simulation/sweeper-job.ts',
    find: 'if (endedHolds(owner).length > 0) await inTx(',
    replace: `const { transaction: rows } = owner.site.store.tables;
      for (const [id, row] of rows) if (row.transaction.decision === 'abort') rows.delete(id);
      if (endedHolds(owner).length > 0) await inTx(`,
  },
  {
    name: 'synchronous-commit-off',
    bug: 'the database answers before the tx is durable',
    file: 'simulation/simulated-tx.ts',
    find: 'site.simulation.agenda.after(fate.delayMs, () => {',
    replace: 'resolve();\n      site.simulation.agenda.after(fate.delayMs, () => {',
  },
  {
    name: 'ROLLBACK-without-error',
    bug: 'the COMMIT of a failed tx is taken for a success',
    file: 'simulation/simulated-tx.ts',
    find: 'if (fate.error) reject(fate.error);',
    replace: 'if (fate.error && fate.isStored) reject(fate.error);',
  },
  {
    name: 'rows-not-locked',
    bug: 'two events of one transaction run at the same time on the same row',
    file: 'simulation/simulated-log.ts',
    find: 'if (transaction.has(id)) await',
    replace: 'if (transaction.has(id)) void',
  },
  {
    name: 'seats-not-unique',
    bug: 'a seat that another undecided transaction has prepared is given away again',
    file: 'simulation/seats.ts',
    find: "if (taken?.state === 'prepared') throw new Contested('leg', seat);",
    replace: `if (taken?.state === 'prepared') {
    tx.write('claim', seat, { state: 'prepared', by: transaction.id });
    return null;
  }`,
  },
];
