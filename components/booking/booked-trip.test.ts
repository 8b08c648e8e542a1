import { describe, expect, it } from 'vitest';
import type { Booking, BookingPart } from '@/server/domain/booking';
import { legIdSchema } from '@/server/domain/leg';
import { recordLocatorSchema } from '@/server/domain/record-locator';
import {
  airlinesWithoutPart,
  bookedLegs,
  isPastTrip,
  partsInTravelOrder,
  passengerNamesOf,
  printedETicket,
} from './booked-trip';

type Part = Booking['parts'][number];

const seat = { seat: '12C', surchargeCents: 0, eTicketNumber: '8710000000042', couponState: 'open' as const };

function part(
  airline: BookingPart['airline'],
  leg: { legId: string; to: string; at: [string, string] },
): Part {
  const [departsAt, arrivesAt] = leg.at;
  const legId = legIdSchema.parse(leg.legId);
  return {
    airline,
    airlineLocator: recordLocatorSchema.parse('RBCDFG'),
    legs: [
      {
        legId,
        from: legId.slice(-3),
        to: leg.to,
        departsAt,
        arrivesAt,
        aircraft: '320',
        fareCents: 10_000,
        seats: [seat],
      },
    ],
    passengerNames: airline === 'giro' ? ['Ana Souza'] : [],
    totalCents: 10_000,
    asOf: '2026-12-01T12:00:00.000Z',
    live: airline !== 'boreal',
  };
}

const trip = {
  state: 'confirmed' as const,
  participants: ['giro', 'boreal'] as Booking['participants'],
  parts: [
    part('giro', {
      legId: 'giro:1234:2026-12-10:BSB',
      to: 'SSA',
      at: ['2026-12-11T00:30:00.000Z', '2026-12-11T02:30:00.000Z'],
    }),
    part('boreal', {
      legId: 'boreal:77:2026-12-10:RBR',
      to: 'BSB',
      at: ['2026-12-10T15:00:00.000Z', '2026-12-10T18:20:00.000Z'],
    }),
  ],
};

describe('a booked trip', () => {
  it('has its legs in the order of travel, whatever the order of the airlines', () => {
    expect(bookedLegs(trip).map((leg) => leg.label.flight)).toEqual(['BO 77', 'GI 1234']);
  });

  it('shows local times at each airport, two hours apart in this case', () => {
    const [first, second] = bookedLegs(trip);
    expect(first?.label).toMatchObject({ departs: '10:00', arrives: '15:20', dayOffset: '' });
    expect(second?.label).toMatchObject({ departs: '21:30', arrives: '23:30', date: 'qui., 10 de dez.' });
  });

  it('keeps the hour of a copy beside the leg', () => {
    expect(bookedLegs(trip)[0]).toMatchObject({ live: false, asOf: '2026-12-01T12:00:00.000Z' });
  });

  it('names the airlines in the order in which the traveller meets them', () => {
    expect(partsInTravelOrder(trip).map((one) => one.airline)).toEqual(['boreal', 'giro']);
  });

  it('takes the names from the airline that tells them', () => {
    expect(passengerNamesOf(trip)).toEqual(['Ana Souza']);
    expect(passengerNamesOf({ parts: [] })).toEqual([]);
  });

  it('is past after its last landing or when it is cancelled', () => {
    expect(isPastTrip(trip, new Date('2026-12-11T02:29:00Z'))).toBe(false);
    expect(isPastTrip(trip, new Date('2026-12-11T02:31:00Z'))).toBe(true);
    expect(isPastTrip({ ...trip, state: 'cancelled' }, new Date('2026-12-01T00:00:00Z'))).toBe(true);
    expect(isPastTrip({ ...trip, parts: [] }, new Date('2030-01-01T00:00:00Z'))).toBe(false);
  });

  it('names the airlines of which nothing is known', () => {
    expect(airlinesWithoutPart({ ...trip, parts: trip.parts.slice(0, 1) })).toEqual(['boreal']);
  });
});

it('prints the check digit of an e-ticket apart: the number modulo 7', () => {
  expect(printedETicket('8710000000042')).toEqual({
    number: '871 0000000042',
    checkDigit: Number(8710000000042n % 7n),
  });
});
