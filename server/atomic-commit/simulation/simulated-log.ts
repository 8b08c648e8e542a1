import type { Tx } from '@/db/client';
import { type TransactionLog, TransactionRace } from '../transaction-log';
import type { Incarnation } from './incarnation';
import { SimulatedTx } from './simulated-tx';

/** The engine hands a `Tx` on and never looks into it. */
export const asTx = (tx: SimulatedTx) => tx as unknown as Tx;
export const simulated = (tx: Tx) => tx as unknown as SimulatedTx;

/** What the engine asks of its database, answered by the airline's store with the waits that Postgres has. */
export function simulatedLog(owner: Incarnation): TransactionLog {
  const { store, simulation } = owner.site;
  const connect = () => {
    simulation.referee.expect(owner.isAlive, 'the dead do nothing', () => owner.name);
    if (store.isDown) throw new Error('no connection to the database');
  };
  return {
    async inTx(run) {
      connect();
      const tx = new SimulatedTx(store, owner);
      try {
        const result = await run(asTx(tx));
        const writes = tx.writes();
        if (writes.length > 0) await tx.commit(simulation.faults.commitFate(owner, writes));
        else tx.rollBack();
        return result;
      } catch (error) {
        tx.rollBack();
        throw error;
      }
    },
    savepoint: (tx, run) => simulated(tx).savepoint(() => run(tx)),
    async lock(tx, id) {
      const { transaction } = store.tables;
      if (transaction.has(id)) await simulated(tx).lock(`row ${id}`);
      return simulated(tx).read('transaction', id)?.transaction ?? null;
    },
    async insert(tx, transaction, { now, lookAgainAt }) {
      await simulated(tx).lock(`insert ${transaction.id}`);
      if (store.read('transaction', transaction.id)) throw new TransactionRace(transaction.id);
      simulated(tx).write('transaction', transaction.id, { transaction, createdAt: now });
      if (lookAgainAt) simulated(tx).write('look', transaction.id, lookAgainAt);
    },
    async update(tx, { after, isFinished }) {
      const createdAt = simulated(tx).read('transaction', after.id)?.createdAt ?? new Date(0);
      simulated(tx).write('transaction', after.id, { transaction: after, createdAt });
      if (isFinished) simulated(tx).write('look', after.id, null);
    },
    async find(id) {
      connect();
      await owner.promise((resolve) => owner.after(simulation.faults.readMs(), () => resolve(null)));
      return store.read('transaction', id)?.transaction ?? null;
    },
    async takeDue({ now, tooFar, until, limit }) {
      connect();
      const due = [...store.tables.look]
        .filter(([id, at]) => (at <= now || at > tooFar) && store.locks.isFree(`row ${id}`))
        .sort(([, one], [, other]) => one.getTime() - other.getTime())
        .slice(0, limit);
      return due.map(([id]) => {
        store.put('look', id, until);
        return { id, createdAt: store.read('transaction', id)?.createdAt ?? now };
      });
    },
    async lookAgain(id, at) {
      connect();
      if (store.read('look', id)) store.put('look', id, at);
    },
  };
}
