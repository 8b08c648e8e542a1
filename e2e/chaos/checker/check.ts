import { checkAnswers } from './check-answers';
import { checkBookings } from './check-bookings';
import { checkDecisions } from './check-decisions';
import { checkSeats } from './check-seats';
import type { Evidence, Violation } from './evidence';
import { committedSales, knownTransactions } from './sales';

/**
 * Everything in the evidence that contradicts what is promised after a quiet period: 1 atomicity, 2 one valid coupon
 * per seat, 3 and 4 true and final answers, 10 only owners sell. Pure; knows nothing of how it is done.
 */
export function check(evidence: Evidence): Violation[] {
  const known = knownTransactions(evidence);
  const sales = committedSales(known);
  return [
    ...checkDecisions(known),
    ...checkSeats(evidence, sales),
    ...checkBookings(evidence, sales),
    ...checkAnswers(evidence, sales),
  ];
}
