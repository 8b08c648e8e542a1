import type { AirlineCode } from '@/server/domain/airline-code';

/** What decides the fare of a leg: the airline, the great circle, and the local hour and day of departure. */
export type FareBasis = {
  airline: AirlineCode;
  from: string;
  to: string;
  distanceKm: number;
  serviceDate: string;
  /** Local minutes after midnight of the departure. */
  departureMinute: number;
};

const baseCents = 12_000;
const centsPerKm = 26;

/** Each airline's general level, and how far its level may differ on one pair of cities (± share). */
const airlineFactor: Record<AirlineCode, number> = { rumos: 1.03, giro: 0.97, boreal: 1.0 };
const pairSpread = 0.12;

/** Monday to Sunday: people leave on Friday and come back on Sunday. */
const weekdayFactors = [1.04, 0.95, 0.94, 1.0, 1.12, 0.96, 1.1];

/** Fares end in 9,90: the nearest R$ 10 less ten centavos. */
const stepCents = 1_000;
const endingCents = 10;

/** The fare of one passenger in centavos, the same for the same basis for ever: distance, then day, hour and airline. */
export function fareCentsOf(basis: FareBasis): number {
  const cents =
    (baseCents + centsPerKm * basis.distanceKm) *
    airlineFactor[basis.airline] *
    (1 + pairSpread * pairLean(basis)) *
    (weekdayFactors[weekdayIndex(basis.serviceDate)] ?? 1) *
    hourFactor(Math.floor(basis.departureMinute / 60));
  return Math.max(1, Math.round(cents / stepCents)) * stepCents - endingCents;
}

/** Rush hours cost more, the night and the middle of the day less. */
function hourFactor(hour: number): number {
  if (hour < 5) return 0.86;
  if (hour < 10 || (hour >= 17 && hour < 21)) return 1.08;
  return hour < 17 ? 0.97 : 0.93;
}

/** 0 = Monday. 1970-01-01 was a Thursday. */
function weekdayIndex(date: string): number {
  return (Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000) + 3) % 7;
}

/** −1 … 1, the same in both directions of a pair, different from airline to airline (FNV-1a of the three names). */
function pairLean({ airline, from, to }: FareBasis): number {
  const name = `${airline} ${[from, to].sort().join('-')}`;
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return (hash % 2001) / 1000 - 1;
}
