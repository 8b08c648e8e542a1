import type { AirlineCode } from '@/server/domain/airline-code';

/** Text and tint of each airline, the same on every site, for what that airline operates. */
export const airlineTints: Record<AirlineCode, { text: string; soft: string; solid: string }> = {
  rumos: { text: 'text-rumos', soft: 'bg-rumos-soft', solid: 'bg-rumos' },
  giro: { text: 'text-giro', soft: 'bg-giro-soft', solid: 'bg-giro' },
  boreal: { text: 'text-boreal', soft: 'bg-boreal-soft', solid: 'bg-boreal' },
};
