import type { AirlineCode } from '@/server/domain/airline-code';

/** Cabin codes per airline and IATA aircraft type; the first is the one meant when a schedule states no seat count. */
const fleets: Record<AirlineCode, Record<string, readonly [string, ...string[]]>> = {
  rumos: {
    '319': ['319-144'],
    '320': ['320-180', '320-186'],
    '32N': ['320-180S', '32N-174'],
    '321': ['321-220'],
  },
  giro: {
    '73G': ['73G-138'],
    '738': ['738-186', '738-189'],
    '7M8': ['738-186'],
  },
  boreal: {
    '295': ['295-136'],
    '32N': ['32N-174'],
    AT7: ['AT7-70'],
    CNC: ['CNC-9'],
    E95: ['E95-118'],
  },
};

/** The cabins in which an airline flies an aircraft type, default first; empty when it does not fly it. */
export function cabinCodesOf(airline: AirlineCode, aircraft: string): readonly string[] {
  return fleets[airline][aircraft] ?? [];
}

/** The IATA aircraft types that an airline flies. */
export function aircraftOf(airline: AirlineCode): string[] {
  return Object.keys(fleets[airline]);
}
