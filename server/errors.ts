import type { TRPC_ERROR_CODE_KEY } from '@trpc/server';
import type { AirlineCode } from './domain/airline-code';

/**
 * The closed list of expected refusals, each with the tRPC code that carries it. A refusal is something a client can
 * cause; nothing on this list is a fault of ours, and nothing here becomes a 5xx except an overload or an absent airline.
 */
export const refusalCodes = {
  AIRPORT_UNKNOWN: 'BAD_REQUEST',
  DATE_OUT_OF_RANGE: 'BAD_REQUEST',
  SAME_AIRPORT: 'BAD_REQUEST',
  INPUT_INVALID: 'BAD_REQUEST',
  LEG_UNKNOWN: 'NOT_FOUND',
  LEG_CANCELLED: 'CONFLICT',
  SEAT_UNKNOWN: 'BAD_REQUEST',
  SEAT_REPEATED: 'BAD_REQUEST',
  SEATS_DIFFER_FROM_PASSENGERS: 'BAD_REQUEST',
  SEAT_TAKEN: 'CONFLICT',
  SEAT_CONTESTED: 'CONFLICT',
  PRICE_CHANGED: 'CONFLICT',
  HOLD_EXPIRED: 'CONFLICT',
  HOLD_LIMIT: 'TOO_MANY_REQUESTS',
  CUT_OFF_PASSED: 'CONFLICT',
  ITINERARY_IMPOSSIBLE: 'BAD_REQUEST',
  IDEMPOTENCY_MISMATCH: 'CONFLICT',
  AIRLINE_OFFLINE: 'SERVICE_UNAVAILABLE',
  AIRLINE_RECOVERING: 'SERVICE_UNAVAILABLE',
  OVERLOADED: 'SERVICE_UNAVAILABLE',
  BOOKING_UNKNOWN: 'NOT_FOUND',
  BOOKING_CANCELLED: 'CONFLICT',
  BOOKING_BUSY: 'CONFLICT',
  DRAFT_UNKNOWN: 'NOT_FOUND',
  PURCHASE_UNKNOWN: 'NOT_FOUND',
  SIGN_IN_REQUIRED: 'UNAUTHORIZED',
  CREDENTIALS_WRONG: 'UNAUTHORIZED',
  EMAIL_TAKEN: 'CONFLICT',
  ORIGIN_FOREIGN: 'FORBIDDEN',
  PEER_UNTRUSTED: 'UNAUTHORIZED',
  RATE_LIMITED: 'TOO_MANY_REQUESTS',
} as const satisfies Record<string, TRPC_ERROR_CODE_KEY>;

export type RefusalCode = keyof typeof refusalCodes;

/** What a refusal is about; every field is safe to show to the caller. */
export type RefusalDetails = {
  airline?: AirlineCode;
  legId?: string;
  seat?: string;
  field?: string;
  retryAfterSeconds?: number;
};

/** An expected "no" with its reason. Modules are instantiated several times in one Next process: recognise it with `isRefusal`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
  }
}

/** True for a `Refusal` of any instance of this module. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal' && 'code' in error;
}
