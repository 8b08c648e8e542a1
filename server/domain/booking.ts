import type { AirlineCode } from './airline-code';
import type { CouponState } from './e-ticket';
import type { LegId } from './leg';
import type { RecordLocator } from './record-locator';

export const bookingStates = ['confirmed', 'cancelled'] as const;
export type BookingState = (typeof bookingStates)[number];

/** One leg as it was sold: seats in the order of the passengers; money in centavos. */
export type BookedLeg = {
  legId: LegId;
  from: string;
  to: string;
  departsAt: string;
  arrivesAt: string;
  aircraft: string;
  fareCents: number;
  seats: { seat: string; surchargeCents: number; eTicketNumber: string; couponState: CouponState }[];
};

/** One airline's share of a booking, as that airline states it. `passengerNames` in the order of the seats. */
export type BookingPart = {
  airline: AirlineCode;
  airlineLocator: RecordLocator;
  legs: BookedLeg[];
  passengerNames: string[];
  totalCents: number;
};

/** The header of a booking: the same at every airline that holds it. Instants ISO 8601 UTC; money in centavos. */
export type BookingHeader = {
  recordLocator: RecordLocator;
  globalTransactionId: string;
  issuer: AirlineCode;
  customerId: string;
  state: BookingState;
  participants: AirlineCode[];
  passengerCount: number;
  totalCents: number;
  bookedAt: string;
  cancelledAt: string | null;
  refundCents: number | null;
};

/** A booking as shown: the header, each airline's part with the hour of the copy, and who did not answer. */
export type Booking = BookingHeader & {
  parts: (BookingPart & { asOf: string; live: boolean })[];
  silentAirlines: AirlineCode[];
};
