import type { AirlineCode } from '@/server/domain/airline-code';
import { airlineCodes } from '@/server/domain/airline-code';
import type { Databases } from '../databases';
import type { Order } from '../orders';
import { type PurchaseRows, rowsOf, seatOf } from './rows';
import {
  type At,
  insertBooking,
  insertPart,
  insertRequest,
  insertTransaction,
  prepareSeat,
  recordResult,
  sellSeat,
  updateTransaction,
} from './statements';

/** One committed transaction at one airline. */
type Local = (airline: AirlineCode, work: (at: At) => Promise<void>) => Promise<void>;

/**
 * The writes of one purchase as the commit protocol orders them, straight to the databases: T1, T2 one after the
 * other, T3, T4 everywhere at once, and T5 after the first T4. No reads, no messages, no decisions. Resolves with T5,
 * which is when a customer would be answered; `rest` with the last T4.
 */
export async function purchaseDirectly(
  databases: Databases,
  order: Order,
): Promise<{ rest: Promise<unknown> }> {
  const rows = rowsOf(order);
  const local: Local = async (airline, work) =>
    void (await databases[airline].begin((tx) => work({ tx, airline, rows })));
  const { coordinator } = order;
  const others = order.participants.filter((code) => code !== coordinator);
  if (others.length === 0) {
    await local(coordinator, sellAlone);
    return { rest: Promise.resolve() };
  }
  await local(coordinator, begin);
  for (const participant of others) await local(participant, prepare);
  await local(coordinator, acceptCommit);
  const acknowledged = airlineCodes
    .filter((code) => code !== coordinator)
    .map((code) => local(code, isParticipant(rows, code) ? commitAtParticipant : commitAtWitness));
  await Promise.race(acknowledged);
  await local(coordinator, commitAtCoordinator);
  return { rest: Promise.all(acknowledged) };
}

function isParticipant(rows: PurchaseRows, airline: AirlineCode): boolean {
  return seatOf(rows, airline) !== undefined;
}

function ownSeat({ rows, airline }: At) {
  const seat = seatOf(rows, airline);
  if (!seat) throw new Error(`${airline} sells nothing here`);
  return seat;
}

/** P = {K}: everything in one. */
async function sellAlone(at: At): Promise<void> {
  await insertRequest(at);
  await prepareSeat(at, ownSeat(at));
  await insertBooking(at);
  await sellSeat(at, ownSeat(at));
  await recordResult(at);
  await insertTransaction(at, {
    coordinatorState: 'done',
    participantState: 'sold',
    accepted: true,
    decided: true,
  });
}

/** T1. */
async function begin(at: At): Promise<void> {
  await insertRequest(at);
  await prepareSeat(at, ownSeat(at));
  await insertTransaction(at, {
    coordinatorState: 'preparing',
    participantState: 'prepared',
    accepted: false,
    decided: false,
  });
}

/** T2. */
async function prepare(at: At): Promise<void> {
  await prepareSeat(at, ownSeat(at));
  await insertTransaction(at, {
    coordinatorState: 'none',
    participantState: 'prepared',
    accepted: false,
    decided: false,
  });
}

/** T3. */
async function acceptCommit(at: At): Promise<void> {
  await updateTransaction(at, {
    coordinatorState: 'committing',
    participantState: 'prepared',
    accepted: true,
    decided: false,
  });
}

/** T4 of an airline whose seats are bought. */
async function commitAtParticipant(at: At): Promise<void> {
  await insertBooking(at);
  await sellSeat(at, ownSeat(at));
  await updateTransaction(at, {
    coordinatorState: 'none',
    participantState: 'sold',
    accepted: true,
    decided: true,
  });
}

/** T4 of an airline that only bears witness. */
async function commitAtWitness(at: At): Promise<void> {
  await insertTransaction(at, {
    coordinatorState: 'none',
    participantState: 'none',
    accepted: true,
    decided: true,
  });
}

/** T5, with the copies of the others' parts. */
async function commitAtCoordinator(at: At): Promise<void> {
  await insertBooking(at);
  await sellSeat(at, ownSeat(at));
  for (const code of at.rows.order.participants) if (code !== at.airline) await insertPart(at, code);
  await recordResult(at);
  await updateTransaction(at, {
    coordinatorState: 'done',
    participantState: 'sold',
    accepted: true,
    decided: true,
  });
}
