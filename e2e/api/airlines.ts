/** The members of the alliance, in canonical order. */
export const airlines = ['rumos', 'giro', 'boreal'] as const;

export type AirlineCode = (typeof airlines)[number];

/** The name that stands on each site's door. */
export const airlineNames: Record<AirlineCode, string> = { rumos: 'Rumos', giro: 'Giro', boreal: 'Boreal' };

/** The alliance without one of its members. */
export function othersThan(airline: AirlineCode): AirlineCode[] {
  return airlines.filter((code) => code !== airline);
}
