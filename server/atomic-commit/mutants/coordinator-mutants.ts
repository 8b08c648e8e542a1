import type { Mutant } from './mutant';

/** Bugs of the coordinator between the customer and ballot 0. */
export const coordinatorMutants: Mutant[] = [
  {
    name: 'told-after-T3',
    bug: 'the customer is told of the commit before a second airline holds it',
    file: 'deliver-decision.ts',
    find: 'if (row.decision !== null) resolve(row);',
    replace: 'resolve(row);',
  },
  {
    name: 'T3-ignores-promises',
    bug: 'the coordinator accepts commit at ballot 0 although a recovery ballot has begun',
    file: 'coordinator.ts',
    find: "if (row.promised > 0) return onGiveUp(row, { code: 'AIRLINE_OFFLINE' });",
    replace: '',
  },
  {
    name: 'M2-before-T3',
    bug: 'a participant infers commit although the coordinator has not stored its own acceptance',
    file: 'coordinate.ts',
    find: "const taken = await perform(engine, id, { event: { kind: 'all-prepared' } });",
    replace: `const unstored = await engine.transactionLog.find(id);
  if (unstored?.coordinatorState === 'preparing')
    void announce(engine, { ...unstored, coordinatorState: 'committing' });
  const taken = await perform(engine, id, { event: { kind: 'all-prepared' } });`,
  },
  {
    name: 'abort-after-T3',
    bug: 'the coordinator aborts alone although it has accepted commit',
    file: 'coordinator.ts',
    find: `invariant(row, 'giving up needs a row');
  if (row.coordinatorState !== 'preparing') return { row };`,
    replace: "invariant(row, 'giving up needs a row');\n  if (row.decision !== null) return { row };",
  },
  {
    name: 'COMMIT-error-is-failure',
    bug: 'an error at COMMIT is taken for a tx that did not happen',
    file: 'coordinate.ts',
    find: 'return finishAfterFault(engine, begun.id);',
    replace: "return { ...begun, coordinatorState: 'done', decision: 'abort' } as GlobalTransaction;",
  },
  {
    name: 'key-not-stored',
    bug: 'the same idempotency key buys twice',
    file: 'coordinate.ts',
    find: '{ event, before: recordRequest, waitMs: ownWaitMs }',
    replace: '{ event, waitMs: ownWaitMs }',
  },
  {
    name: 'one-acknowledgement-among-five',
    bug: 'the first acknowledgement decides, however many members there are',
    file: 'coordinator.ts',
    find: 'if (!isMajority(noted.acknowledged.length + 1, self.members)) return { row: noted };',
    replace: '',
  },
  {
    name: 'forgets-to-deliver',
    bug: 'a decided commit is not sent again to who has not acknowledged it',
    file: 'transaction.ts',
    find: 'return !mustTell || unawareOfCommit(self, row).length === 0;',
    replace: 'return true;',
  },
];
