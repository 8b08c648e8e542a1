import type { Airline } from '../airline';
import { unreachable } from '../assert';
import type { Engine } from '../atomic-commit/engine';
import type { GlobalTransaction } from '../atomic-commit/transaction';
import { postgresTransactionLog } from '../atomic-commit/transaction-log';
import type { Work } from '../atomic-commit/work';
import { markAvailabilityStale } from '../catalogue/mark-availability';
import { Refusal } from '../errors';
import type { SeatsOfLeg } from '../inventory/claims';
import { lineUp, signalRelease, signalSale } from '../inventory/line-up';
import { requireMemory } from '../memory/require-memory';
import {
  abortCancellation,
  checkCancellation,
  commitCancellation,
  prepareCancellation,
} from './cancellation-work';
import { contentSchema, findPart, seatsOfPart } from './content';
import { markFreedLegs } from './mark-freed-legs';
import { keepPart } from './parts';
import { readPart } from './read-parts';
import { abortSale, checkSale, commitSale, prepareSale } from './sale-work';

/** The work of a transaction. Throws `INPUT_INVALID` when a peer sent something else. */
export function contentOf(transaction: GlobalTransaction) {
  const parsed = contentSchema.safeParse(transaction.manifest?.work);
  if (!parsed.success)
    throw new Refusal('INPUT_INVALID', {
      field: `manifest.work.${parsed.error.issues[0]?.path.join('.') ?? ''}`,
    });
  return parsed.data;
}

/** This airline's seats in a sale; none for other work. */
function seatsOfSale(transaction: GlobalTransaction, airline: Airline): SeatsOfLeg[] {
  const content = contentOf(transaction);
  const part = content.kind === 'sale' ? findPart(content.parts, airline.code) : null;
  return part ? seatsOfPart(part) : [];
}

/** What sales and cancellations mean at one airline, for the commit engine. */
export function bookingWork(airline: Airline): Work {
  return {
    check(transaction) {
      const content = contentOf(transaction);
      if (content.kind === 'sale') return checkSale(airline, transaction, content);
      return checkCancellation(airline, transaction, content);
    },
    lineUp: (transaction) =>
      lineUp(airline, { owner: transaction.id, wanted: seatsOfSale(transaction, airline) }),
    prepare(tx, transaction) {
      const content = contentOf(transaction);
      switch (content.kind) {
        case 'sale':
          return prepareSale(tx, airline, { transaction, content });
        case 'cancellation':
          return prepareCancellation(tx, airline, { transaction, content });
        default:
          return unreachable(content);
      }
    },
    commit(tx, transaction) {
      const content = contentOf(transaction);
      const task = { transaction, content };
      return content.kind === 'sale'
        ? commitSale(tx, airline, { ...task, content })
        : commitCancellation(tx, airline, { ...task, content });
    },
    abort(tx, transaction) {
      const content = contentOf(transaction);
      return content.kind === 'sale'
        ? abortSale(tx, airline, { transaction, content })
        : abortCancellation(tx, airline, { transaction, content });
    },
    receipt: (transaction) => readPart(airline.db, contentOf(transaction).recordLocator, airline.code),
    keepReceipt: (tx, transaction, { from, content }) =>
      keepPart(tx, {
        recordLocator: contentOf(transaction).recordLocator,
        from,
        part: content,
        asOf: airline.clock.now(),
      }),
    afterDecision(transaction) {
      const seats = seatsOfSale(transaction, airline);
      if (transaction.decision === 'commit') signalSale(airline, seats);
      else signalRelease(airline, seats);
      markAvailabilityStale(
        airline,
        seats.map(({ legId }) => legId),
      );
      const { kind, recordLocator } = contentOf(transaction);
      if (kind === 'cancellation') markFreedLegs(airline, recordLocator);
    },
  };
}

/** The commit engine of an airline, doing the work of bookings. */
export function engineOf(airline: Airline): Engine {
  return {
    airline,
    work: bookingWork(airline),
    transactionLog: postgresTransactionLog(airline.db),
    requireMemory: (id) => requireMemory(airline, id),
  };
}
