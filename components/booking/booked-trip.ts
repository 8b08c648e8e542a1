import type { AirlineCode } from '@/server/domain/airline-code';
import { findAirport } from '@/server/domain/airport';
import type { BookedLeg, Booking } from '@/server/domain/booking';
import { eTicketCheckDigit } from '@/server/domain/e-ticket';
import { parseLegId } from '@/server/domain/leg';
import { localTimeAt } from '@/server/domain/local-time';
import { type LegLabel, legLabel } from './leg-label';

/** One leg of a booking as it is shown, with how fresh its airline's word is. Instants ISO 8601 UTC. */
export type BookedLegView = {
  label: LegLabel;
  /** IATA codes. */
  from: string;
  to: string;
  departsAt: string;
  arrivesAt: string;
  seats: BookedLeg['seats'];
  /** When its airline said so; shown when it does not answer now. */
  asOf: string;
  live: boolean;
};

function zoneOf(iata: string): string {
  return findAirport(iata)?.timeZone ?? 'UTC';
}

function viewOf(
  airline: AirlineCode,
  leg: BookedLeg,
  freshness: { asOf: string; live: boolean },
): BookedLegView {
  const { legId, from, to, departsAt, arrivesAt, seats } = leg;
  const label = legLabel({
    legId,
    airline,
    flightNumber: parseLegId(legId).flightNumber,
    from,
    to,
    departsLocal: localTimeAt(new Date(departsAt), zoneOf(from)),
    arrivesLocal: localTimeAt(new Date(arrivesAt), zoneOf(to)),
  });
  return { label, from, to, departsAt, arrivesAt, seats, ...freshness };
}

/** Every known leg of a booking in the order of travel, over all airlines. */
export function bookedLegs({ parts }: Pick<Booking, 'parts'>): BookedLegView[] {
  return parts
    .flatMap(({ airline, legs, asOf, live }) => legs.map((leg) => viewOf(airline, leg, { asOf, live })))
    .toSorted((a, b) => Date.parse(a.departsAt) - Date.parse(b.departsAt));
}

/** The airlines' parts in the order in which the traveller meets them. */
export function partsInTravelOrder({ parts }: Pick<Booking, 'parts'>): Booking['parts'] {
  const firstDeparture = (part: Booking['parts'][number]) =>
    Math.min(...part.legs.map((leg) => Date.parse(leg.departsAt)));
  return parts.toSorted((a, b) => firstDeparture(a) - firstDeparture(b));
}

/** The passengers' names in their order, from an airline that tells them; empty when none does. */
export function passengerNamesOf({ parts }: Pick<Booking, 'parts'>): string[] {
  return parts.find((part) => part.passengerNames.length > 0)?.passengerNames ?? [];
}

/** Is this trip over, or off? What counts is its last landing. */
export function isPastTrip(booking: Pick<Booking, 'parts' | 'state'>, now: Date): boolean {
  if (booking.state === 'cancelled') return true;
  const last = bookedLegs(booking).at(-1);
  return last !== undefined && Date.parse(last.arrivesAt) < now.getTime();
}

/** An e-ticket as the trade prints it, airline code apart and check digit at the end: `871 0000000042` and `3`. */
export function printedETicket(number: string): { number: string; checkDigit: number } {
  return { number: `${number.slice(0, 3)} ${number.slice(3)}`, checkDigit: eTicketCheckDigit(number) };
}

/** Airlines of a booking of which not even a copy is known here. */
export function airlinesWithoutPart({
  participants,
  parts,
}: Pick<Booking, 'participants' | 'parts'>): AirlineCode[] {
  return participants.filter((code) => !parts.some((part) => part.airline === code));
}
