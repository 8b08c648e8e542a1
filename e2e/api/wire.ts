import type { AirlineCode } from './airlines';

/* What the sites send, as docs/api.md promises it: written down here again, because a test must not learn it from the server. */

export type Refusal = {
  code: string;
  airline?: AirlineCode;
  legId?: string;
  seat?: string;
  field?: string;
};

export type Leg = {
  legId: string;
  airline: AirlineCode;
  from: string;
  to: string;
  departsAt: string;
  departsLocal: string;
  fareCents: number;
  seatsLeft: number;
};

export type Itinerary = { id: string; totalFareCents: number; bookable: boolean; legs: Leg[] };

export type SearchAnswer = {
  airlines: Record<AirlineCode, { state: 'live' | 'stale' | 'offline'; asOf: string | null }>;
  itineraries: Itinerary[];
};

export type SeatState = 'free' | 'held' | 'mine' | 'taken' | 'blocked';

export type Seat = { designator: string; state: SeatState; surchargeCents: number };

export type SeatMap = {
  legId: string;
  airline: AirlineCode;
  state: 'live' | 'offline';
  asOf: string;
  rows: { row: number; seats: Seat[] }[];
};

export type Passenger = {
  name: string;
  birthDate: string;
  document: { kind: 'cpf' | 'passport'; number: string };
};

export type PurchaseOrder = {
  idempotencyKey: string;
  legs: { legId: string; seats: string[] }[];
  passengers: Passenger[];
  contact: { email: string; phone?: string };
  quotedTotalCents: number;
};

export type BookingPart = { airline: AirlineCode; legs: { legId: string; seats: { seat: string }[] }[] };

export type Booking = {
  recordLocator: string;
  state: 'confirmed' | 'cancelled';
  participants: AirlineCode[];
  totalCents: number;
  parts: BookingPart[];
  silentAirlines: AirlineCode[];
};

export type PurchaseResult = {
  status: 'confirmed' | 'refused' | 'pending';
  globalTransactionId: string;
  booking?: Booking;
  refusal?: Refusal & { message: string };
};

export type BookingList = { bookings: Booking[]; silentAirlines: AirlineCode[] };

export type CancelQuote = { refundCents: number; feeCents: number; totalCents: number; rule: string };
