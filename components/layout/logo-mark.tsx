import type { AirlineCode } from '@/server/domain/airline-code';

/** A compass needle that has found its bearing. */
function RumosMark() {
  return (
    <>
      <circle cx="20" cy="20" r="17.5" fill="none" stroke="currentColor" strokeWidth="2.5" />
      <path d="M20 2.5v4M37.5 20h-4M20 37.5v-4M2.5 20h4" stroke="currentColor" strokeWidth="2.5" />
      <path d="M30.5 9.5 22.8 22.8 17.2 17.2Z" fill="var(--accent)" />
      <path d="M9.5 30.5 22.8 22.8 17.2 17.2Z" fill="currentColor" />
    </>
  );
}

/** A pinwheel of four petals, caught while it turns. */
function GiroMark() {
  return (
    <g transform="rotate(12 20 20)">
      <path d="M20 20V2a13 13 0 0 1 13 13c0 2.8-2.2 5-5 5Z" fill="var(--airline-giro)" />
      <path d="M20 20h18a13 13 0 0 1-13 13c-2.8 0-5-2.2-5-5Z" fill="#ff7a61" />
      <path d="M20 20v18A13 13 0 0 1 7 25c0-2.8 2.2-5 5-5Z" fill="#ffb627" />
      <path d="M20 20H2A13 13 0 0 1 15 7c2.8 0 5 2.2 5 5Z" fill="#7a4cf0" />
    </g>
  );
}

/** Three curtains of light over the edge of the world. */
function BorealMark() {
  return (
    <g fill="none" strokeLinecap="round">
      <path d="M5 27C7 13 15 5 20 5s13 8 15 22" stroke="currentColor" strokeWidth="2.5" />
      <path d="M11.5 27c1-8.5 5-14.5 8.5-14.5s7.5 6 8.5 14.5" stroke="#2bb79b" strokeWidth="2.5" />
      <path d="M17 27c.3-4 1.5-7 3-7s2.7 3 3 7" stroke="#8f6df2" strokeWidth="2.5" />
      <path d="M3 33.5h34" stroke="currentColor" strokeWidth="2.5" />
    </g>
  );
}

const marks: Record<AirlineCode, () => React.JSX.Element> = {
  rumos: RumosMark,
  giro: GiroMark,
  boreal: BorealMark,
};

/** The airline's sign without its name; decoration, the name stands beside it. */
export function LogoMark({ airline, className }: { airline: AirlineCode; className?: string }) {
  const Mark = marks[airline];
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true" className={className}>
      <Mark />
    </svg>
  );
}
