import type { DayPart } from '@/server/domain/day-part';

const horizon = 'M2.5 15h15';

/** Strokes on a 20 × 20 grid: moon and star, sunrise, high sun, sunset. */
const paths: Record<DayPart, string> = {
  night: 'M16 12.2A6.6 6.6 0 0 1 7.8 4a6.6 6.6 0 1 0 8.2 8.2ZM14.2 3.2v3.6M12.4 5H16',
  morning: `${horizon}M6 15a4 4 0 0 1 8 0M10 3.5v4M8.3 5 10 3.3 11.7 5M4.3 9.3l1.2 1.2M15.7 9.3l-1.2 1.2`,
  afternoon:
    'M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 2v1.6M10 16.4V18M2 10h1.6M16.4 10H18M4.3 4.3l1.2 1.2M14.5 14.5l1.2 1.2M15.7 4.3l-1.2 1.2M5.5 14.5l-1.2 1.2',
  evening: `${horizon}M6 15a4 4 0 0 1 8 0M10 3.3v4.2M8.3 5.9 10 7.6l1.7-1.7M6 17.8h8`,
};

/** The light of a part of the day; its name stands beside it. */
export function DayPartGlyph({ part, className }: { part: DayPart; className?: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={className}
    >
      <path d={paths[part]} />
    </svg>
  );
}
