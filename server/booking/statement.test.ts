import { describe, expect, it } from 'vitest';
import { readStatement } from './statement';
import { statedBooking, statedPart } from './testing/stated-booking';

describe('a statement of a booking', () => {
  it('is believed from its issuer without a part, and from a participant with its own', () => {
    const byIssuer = statedBooking({ issuer: 'giro', participants: ['rumos', 'boreal'] });
    expect(readStatement('giro', { ...byIssuer, part: null })).toEqual({ ...byIssuer, part: null });
    const byParticipant = { ...byIssuer, part: statedPart('boreal') };
    expect(readStatement('boreal', byParticipant)).toEqual(byParticipant);
  });

  it('keeps no name, even when its airline tells one', () => {
    const part = { ...statedPart('rumos'), passengerNames: ['Ana Souza'] };
    const heard = readStatement('rumos', { ...statedBooking(), part });
    expect(JSON.stringify(heard)).not.toContain('Ana');
  });

  it('is foreign from whoever neither issued the booking nor flies it', () => {
    const sold = statedBooking({ issuer: 'giro', participants: ['giro'] });
    expect(readStatement('rumos', { ...sold, part: null })).toEqual({ reason: 'foreign' });
  });

  it('is foreign with the part, or a leg, of another airline', () => {
    const sold = statedBooking();
    expect(readStatement('rumos', { ...sold, part: statedPart('giro') })).toEqual({ reason: 'foreign' });
    const mixed = { ...statedPart('rumos'), legs: statedPart('giro').legs };
    expect(readStatement('rumos', { ...sold, part: mixed })).toEqual({ reason: 'foreign' });
  });

  it.each([
    ['nothing', null],
    ['no header', { part: null }],
    ['a locator of another issuer', statedBooking({ recordLocator: 'BBCDFG' })],
    ['cancelled without a moment', statedBooking({ state: 'cancelled' })],
    ['confirmed, and cancelled at a moment', statedBooking({ cancelledAt: '2026-12-01T12:00:00.000Z' })],
    ['no participant', statedBooking({ participants: [] })],
    ['a date that PostgreSQL does not take', statedBooking({ bookedAt: '0000-01-01T00:00:00.000Z' })],
  ])('is unreadable: %s', (_what, state) => {
    expect(readStatement('giro', state)).toEqual({ reason: 'unreadable' });
  });

  it('leaves out what a newer version adds', () => {
    const sold = statedBooking({ issuer: 'giro' });
    const heard = readStatement('giro', {
      ...sold,
      part: null,
      meals: 2,
      header: { ...sold.header, meals: 2 },
    });
    expect(heard).toEqual({ header: sold.header, part: null });
  });
});
