import type { Airline } from '../airline';
import { airlineState } from '../airline-state';
import { Gate } from '../gate';
import { limitPurchases } from './limit-purchases';

/**
 * Purchases and cancellations of this site's customers under way at a time, in one process. More would not be faster,
 * only each later than its peers wait for an answer; so a rush queues here, where nothing is begun and it costs
 * nothing. People rather wait for their seats than hear "try again": the queue is long, and the wait is as long as
 * programs wait for an answer. A peer's PREPARE or delegated purchase never comes through here: two sites would wait
 * for each other.
 */
const purchases = { inside: 32, waiting: 2_000, waitMs: 100_000, pace: { least: 4, slowMs: 1_000 } };

/** The one queue of this site's purchases, from pages and from programs. */
export const purchaseGateOf = airlineState('purchases under way', () => new Gate(purchases));

/**
 * Runs one purchase or cancellation of a customer when it is its turn. Throws `OVERLOADED` or `RATE_LIMITED` instead,
 * with nothing begun. Calls of the procedures have waited before (`site-door.ts`).
 */
export function admitPurchase<Result>(
  airline: Airline,
  customerId: string,
  run: () => Promise<Result>,
): Promise<Result> {
  return purchaseGateOf(airline).pass(async () => {
    await limitPurchases(airline, customerId);
    return run();
  });
}
