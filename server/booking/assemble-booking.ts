import type { AirlineCode } from '../domain/airline-code';
import { inCanonicalOrder } from '../domain/airline-code';
import type { BookedLeg, Booking, BookingHeader, BookingPart } from '../domain/booking';
import type { FreshnessByAirline } from '../replication/freshness';
import { isSameSale } from './headers';
import type { StatedBooking } from './statement';

/** What an airline said of its part when it committed. `asOf` ISO 8601 UTC. */
export type Receipt = { airline: AirlineCode; part: BookingPart; asOf: string };

/** What `origin` has published of a booking. */
export type Copy = StatedBooking & { origin: AirlineCode };

/** Everything that one airline's database has of one booking. */
export type BookingFacts = {
  self: AirlineCode;
  /** This airline's own row: the manifest that it agreed to. */
  header: BookingHeader | null;
  part: BookingPart | null;
  receipts: readonly Receipt[];
  copies: readonly Copy[];
  freshness: FreshnessByAirline;
};

type ShownPart = Booking['parts'][number];

/**
 * Puts a booking together as it is shown; null when nobody speaks of it. A copy that tells of another sale than whoever
 * knows it best is left out, so that no airline can lay hands on a booking that is not its own.
 */
export function assembleBooking(facts: BookingFacts): Booking | null {
  const known = bestHeader(facts);
  if (!known) return null;
  const copies = facts.copies.filter((copy) => isSameSale(copy.header, known));
  const header = cancelledIfAnybodySaysSo(known, copies);
  const parts = inCanonicalOrder(header.participants).flatMap(
    (airline) => shownPart({ ...facts, header, copies }, airline) ?? [],
  );
  return {
    ...header,
    parts: parts.map((part) => withCouponsOf(header, part)).sort(byFirstDeparture),
    silentAirlines: header.participants.filter((code) => facts.freshness[code].state !== 'live'),
  };
}

/** What was agreed here, before what its issuer says, before what any participant says. */
function bestHeader({ header, copies }: BookingFacts): BookingHeader | null {
  const ofIssuer = copies.find((copy) => copy.origin === copy.header.issuer);
  return header ?? (ofIssuer ?? copies[0])?.header ?? null;
}

/** A cancellation is one decision of all: the first who tells of it is believed. */
function cancelledIfAnybodySaysSo(known: BookingHeader, copies: readonly Copy[]): BookingHeader {
  const said = [known, ...copies.map(({ header }) => header)].find(({ state }) => state === 'cancelled');
  if (!said) return known;
  return { ...known, state: 'cancelled', cancelledAt: said.cancelledAt, refundCents: said.refundCents };
}

/**
 * The part of one airline: the own one, else what it has published, else what it said when it committed, which is the
 * first that is heard of its e-tickets.
 */
function shownPart(
  { self, part, receipts, copies, freshness, header }: BookingFacts & { header: BookingHeader },
  airline: AirlineCode,
): ShownPart | null {
  const { state, asOf } = freshness[airline];
  if (airline === self) return part && { ...part, asOf: asOf ?? header.bookedAt, live: true };
  const receipt = receipts.find((each) => each.airline === airline);
  const told = copies.find(({ origin }) => origin === airline)?.part ?? receipt?.part;
  if (!told) return null;
  const asOfs = [header.bookedAt, receipt?.asOf ?? '', asOf ?? ''];
  return { ...told, asOf: asOfs.toSorted().at(-1) ?? header.bookedAt, live: state === 'live' };
}

/** An airline's own word on its coupons follows its cancellation by a moment; what was decided holds already. */
function withCouponsOf({ state }: BookingHeader, part: ShownPart): ShownPart {
  if (state !== 'cancelled') return part;
  const refunded = (seat: BookedLeg['seats'][number]) =>
    seat.couponState === 'open' ? { ...seat, couponState: 'refunded' as const } : seat;
  return { ...part, legs: part.legs.map((leg) => ({ ...leg, seats: leg.seats.map(refunded) })) };
}

function byFirstDeparture(a: ShownPart, b: ShownPart): number {
  return firstDeparture(a) - firstDeparture(b);
}

function firstDeparture({ legs }: BookingPart): number {
  return Math.min(...legs.map((leg) => Date.parse(leg.departsAt)));
}
