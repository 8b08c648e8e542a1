import { z } from 'zod';
import { type AirlineCode, airlineCodeSchema } from './airline-code';

export const dateSchema = z.iso.date();

export const iataSchema = z.string().regex(/^[A-Z]{3}$/, 'three capital letters');

const legIdPattern = /^(rumos|giro|boreal):([1-9]\d{0,3}):(\d{4}-\d{2}-\d{2}):([A-Z]{3})$/;

/** `airline:flight number:service date:origin`, the same at every airline: `rumos:1234:2026-12-01:GRU`. */
export const legIdSchema = z.string().regex(legIdPattern, 'airline:number:date:origin').brand<'LegId'>();

export type LegId = z.infer<typeof legIdSchema>;

export type LegKey = { airline: AirlineCode; flightNumber: number; serviceDate: string; from: string };

/** Builds the readable identity of a leg. */
export function legIdOf({ airline, flightNumber, serviceDate, from }: LegKey): LegId {
  return legIdSchema.parse(`${airline}:${flightNumber}:${serviceDate}:${from}`);
}

/** Reads the parts of a leg id; the brand guarantees that they are there. */
export function parseLegId(legId: LegId): LegKey {
  const [airline, flightNumber, serviceDate, from] = legId.split(':');
  return {
    airline: airlineCodeSchema.parse(airline),
    flightNumber: Number(flightNumber),
    serviceDate: String(serviceDate),
    from: String(from),
  };
}

/** The airline that operates, prices and sells a leg. */
export function operatingAirline(legId: LegId): AirlineCode {
  return parseLegId(legId).airline;
}

/** One dated take-off to one landing: the unit of inventory. Instants are UTC; money is integer centavos (BRL). */
export type Leg = {
  legId: LegId;
  airline: AirlineCode;
  flightNumber: number;
  /** Local date of the flight's first departure. */
  serviceDate: string;
  from: string;
  to: string;
  departsAt: Date;
  arrivesAt: Date;
  /** IATA aircraft type: 738, 32N, AT7 … */
  aircraft: string;
  /** Code of the cabin template, see `cabin.ts`. */
  cabin: string;
  /** Fare of one passenger, without seat surcharge. */
  fareCents: number;
  /** Published after the fact by the operating airline; only its vote at purchase sells a seat. */
  seatsLeft: number;
  status: LegStatus;
};

export const legStatuses = ['scheduled', 'cancelled'] as const;
export type LegStatus = (typeof legStatuses)[number];

/** Human designator of a leg's flight: `RM 1234`. */
export function flightDesignator(designator: string, flightNumber: number): string {
  return `${designator} ${flightNumber}`;
}
