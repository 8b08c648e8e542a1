import { describe, expect, it } from 'vitest';
import type { LegView } from '@/server/search/leg-view';
import { connectionBetween } from './connection-between';

const arriving = {
  airline: 'rumos',
  flightNumber: 100,
  serviceDate: '2026-12-10',
  to: 'BSB',
  arrivesLocal: '2026-12-10T10:00',
} as LegView;
const departing = {
  airline: 'rumos',
  flightNumber: 200,
  serviceDate: '2026-12-10',
  from: 'BSB',
  departsLocal: '2026-12-10T11:30',
} as LegView;

const plain = { isTechnicalStop: false, isInterline: false, isOvernight: false, isAirportChange: false };

describe('connectionBetween', () => {
  it('finds nothing to say of a change of planes at one airline', () => {
    expect(connectionBetween(arriving, departing, 90)).toEqual(plain);
  });

  it('knows a technical stop by airline, flight number and service date', () => {
    const through = { ...departing, flightNumber: 100 };
    expect(connectionBetween(arriving, through, 40)).toEqual({ ...plain, isTechnicalStop: true });
    const nextDay = { ...through, serviceDate: '2026-12-11' };
    expect(connectionBetween(arriving, nextDay, 40).isTechnicalStop).toBe(false);
    const other: LegView = { ...through, airline: 'giro' };
    expect(connectionBetween(arriving, other, 70)).toEqual({ ...plain, isInterline: true });
  });

  it('sees that the airport changes', () => {
    expect(connectionBetween(arriving, { ...departing, from: 'GYN' }, 200).isAirportChange).toBe(true);
  });

  it('calls a long wait at night overnight, whenever it begins', () => {
    const late = { ...arriving, arrivesLocal: '2026-12-10T23:10' };
    const early = { ...departing, departsLocal: '2026-12-11T06:00' };
    expect(connectionBetween(late, early, 410).isOvernight).toBe(true);
    const afterMidnight = { ...arriving, arrivesLocal: '2026-12-11T01:15' };
    expect(connectionBetween(afterMidnight, early, 285).isOvernight).toBe(true);
    const soon = { ...departing, departsLocal: '2026-12-11T00:20' };
    expect(connectionBetween(late, soon, 70).isOvernight).toBe(false);
    const afternoon = { ...departing, departsLocal: '2026-12-10T20:00' };
    expect(connectionBetween(arriving, afternoon, 600).isOvernight).toBe(false);
  });
});
