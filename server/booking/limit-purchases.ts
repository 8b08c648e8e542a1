import type { Airline } from '../airline';
import { limitRate } from '../auth/limit-rate';

/** Nobody buys or cancels by hand every half second; a script that hammers one flight is stopped here. */
const purchasesPerMinute = 120;

/** Counts one purchase or cancellation of a customer at this site. Throws `RATE_LIMITED`. */
export function limitPurchases(airline: Airline, customerId: string): Promise<void> {
  return limitRate(airline, {
    action: 'booking.purchase',
    subject: customerId,
    perMinute: purchasesPerMinute,
  });
}
