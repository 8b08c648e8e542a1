import { describe, expect, it } from 'vitest';
import { assembleBooking, type BookingFacts } from './assemble-booking';
import { statedBooking, statedPart } from './testing/stated-booking';

const { header } = statedBooking();
const receipt = { airline: 'rumos' as const, part: statedPart('rumos'), asOf: '2026-12-01T12:00:01.000Z' };
const copyOf = (origin: 'rumos' | 'giro' | 'boreal') => ({ header, part: statedPart(origin), origin });
const cancelled = {
  ...header,
  state: 'cancelled' as const,
  cancelledAt: '2026-12-02T09:00:00.000Z',
  refundCents: 60_000,
};

/** As the site of Boreal knows it: its own part, and Rumos away since a minute. */
function factsWith(facts: Partial<BookingFacts>): BookingFacts {
  return {
    self: 'boreal',
    header: null,
    part: null,
    receipts: [],
    copies: [],
    freshness: {
      rumos: { state: 'offline', asOf: '2026-12-03T13:58:00.000Z' },
      giro: { state: 'live', asOf: '2026-12-03T13:59:58.000Z' },
      boreal: { state: 'live', asOf: '2026-12-03T14:00:00.000Z' },
    },
    ...facts,
  };
}

describe('a booking put together', () => {
  it('is nothing when nobody speaks of it', () => {
    expect(assembleBooking(factsWith({}))).toBeNull();
  });

  it('says of each part whether it is live or a copy, and of when', () => {
    const booking = assembleBooking(
      factsWith({ header, part: statedPart('boreal'), copies: [copyOf('rumos'), copyOf('giro')] }),
    );
    expect(booking?.parts.map(({ airline, live, asOf }) => ({ airline, live, asOf }))).toEqual([
      { airline: 'rumos', live: false, asOf: '2026-12-03T13:58:00.000Z' },
      { airline: 'giro', live: true, asOf: '2026-12-03T13:59:58.000Z' },
      { airline: 'boreal', live: true, asOf: '2026-12-03T14:00:00.000Z' },
    ]);
    expect(booking?.silentAirlines).toEqual(['rumos']);
  });

  it('shows what an airline published, and what it said when it committed until then', () => {
    const news = { ...statedPart('rumos'), totalCents: 1 };
    const first = assembleBooking(factsWith({ header, receipts: [receipt] }));
    expect(first?.parts[0]).toMatchObject({ airline: 'rumos', totalCents: 20_000 });
    const later = assembleBooking(
      factsWith({ header, receipts: [receipt], copies: [{ header, part: news, origin: 'rumos' }] }),
    );
    expect(later?.parts[0]).toMatchObject({ airline: 'rumos', totalCents: 1 });
  });

  it('never dates a part before the booking, nor before its airline said so', () => {
    const freshness = factsWith({}).freshness;
    const old = { ...freshness, rumos: { state: 'stale' as const, asOf: '2026-12-01T11:00:00.000Z' } };
    const told = assembleBooking(factsWith({ header, receipts: [receipt], freshness: old }));
    expect(told?.parts[0]?.asOf).toBe(receipt.asOf);
    const copied = assembleBooking(factsWith({ copies: [copyOf('rumos')], freshness: old }));
    expect(copied?.parts[0]?.asOf).toBe(header.bookedAt);
  });

  it('is cancelled as soon as anybody says so, with its coupons', () => {
    const copies = [copyOf('rumos'), { ...copyOf('giro'), header: cancelled }];
    const booking = assembleBooking(factsWith({ header, copies }));
    expect(booking).toMatchObject({
      state: 'cancelled',
      refundCents: 60_000,
      cancelledAt: cancelled.cancelledAt,
    });
    const states = booking?.parts.flatMap((part) => part.legs[0]?.seats.map((seat) => seat.couponState));
    expect(states).toEqual(['refunded', 'refunded']);
  });

  it('is what this airline agreed to, whatever a participant makes of it', () => {
    const forged = { ...header, customerId: '7c1e6a54-2a55-4f0a-9a55-1f8f2a3b4c5d', totalCents: 1 };
    const lie = {
      header: { ...forged, ...cancelled, customerId: forged.customerId },
      part: null,
      origin: 'rumos' as const,
    };
    expect(assembleBooking(factsWith({ header, copies: [lie] }))).toMatchObject({
      customerId: header.customerId,
      state: 'confirmed',
      parts: [],
    });
  });

  it('is what its issuer says where this airline holds none of it', () => {
    const forged = { ...header, customerId: '7c1e6a54-2a55-4f0a-9a55-1f8f2a3b4c5d' };
    const lie = { header: forged, part: statedPart('rumos'), origin: 'rumos' as const };
    const booking = assembleBooking(factsWith({ copies: [lie, copyOf('giro')] }));
    expect(booking?.customerId).toBe(header.customerId);
    expect(booking?.parts.map(({ airline }) => airline)).toEqual(['giro']);
  });
});
