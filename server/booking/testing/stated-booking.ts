import type { AirlineCode } from '@/server/domain/airline-code';
import type { BookingHeader, BookingPart } from '@/server/domain/booking';
import { legIdOf } from '@/server/domain/leg';
import { recordLocatorSchema } from '@/server/domain/record-locator';
import type { StatedBooking } from '../statement';

type Fields = Partial<Omit<BookingHeader, 'recordLocator'>> & { recordLocator?: string };

/** A booking that Giro sold for all three, confirmed; a test names what it is about. */
export function statedBooking({ recordLocator = 'GBCDFG', ...fields }: Fields = {}): StatedBooking {
  const header: BookingHeader = {
    recordLocator: recordLocatorSchema.parse(recordLocator),
    globalTransactionId: '6f0b3f50-5c7e-4d3b-9f64-0b8f5a2f1c01',
    issuer: 'giro',
    customerId: '0b9d2c1e-58a8-4ef3-9d44-1f8f2a3b4c5d',
    state: 'confirmed',
    participants: ['rumos', 'giro', 'boreal'],
    passengerCount: 1,
    totalCents: 60_000,
    bookedAt: '2026-12-01T12:00:00.000Z',
    cancelledAt: null,
    refundCents: null,
    ...fields,
  };
  return { header, part: null };
}

const flights = {
  rumos: { flightNumber: 101, from: 'RBR', to: 'BSB', hour: 12 },
  giro: { flightNumber: 202, from: 'BSB', to: 'CNF', hour: 16 },
  boreal: { flightNumber: 303, from: 'CNF', to: 'SSA', hour: 20 },
};

/** One leg of one passenger. */
export function statedPart(airline: AirlineCode): BookingPart {
  const { flightNumber, from, to, hour } = flights[airline];
  return {
    airline,
    airlineLocator: recordLocatorSchema.parse(`${airline[0]?.toUpperCase()}23456`),
    legs: [
      {
        legId: legIdOf({ airline, flightNumber, serviceDate: '2026-12-22', from }),
        from,
        to,
        departsAt: `2026-12-22T${hour}:00:00.000Z`,
        arrivesAt: `2026-12-22T${hour + 2}:00:00.000Z`,
        aircraft: 'AT7',
        fareCents: 20_000,
        seats: [{ seat: '3A', surchargeCents: 0, eTicketNumber: '8710000000042', couponState: 'open' }],
      },
    ],
    passengerNames: [],
    totalCents: 20_000,
  };
}
