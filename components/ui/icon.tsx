import { classNames } from './class-names';

/** Strokes on a 20 × 20 grid, drawn for this product. */
const paths = {
  'chevron-down': 'M5 7.5l5 5 5-5',
  'chevron-right': 'M7.5 5l5 5-5 5',
  'chevron-left': 'M12.5 5l-5 5 5 5',
  'arrow-right': 'M3.5 10h13M11.5 5l5 5-5 5',
  swap: 'M4 7h12M12.5 3.5 16 7l-3.5 3.5M16 13H4M7.5 9.5 4 13l3.5 3.5',
  refresh: 'M16.5 10a6.5 6.5 0 1 1-2-4.7M16.5 2.5v4h-4',
  check: 'M4 10.5l4 4 8-9',
  cross: 'M5 5l10 10M15 5L5 15',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  alert: 'M10 2.5 18 17H2L10 2.5ZM10 8v4M10 14.5v.1',
  info: 'M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM10 9v5M10 6v.1',
  clock: 'M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM10 5.5V10l3 2',
  calendar: 'M3 5h14v12H3V5ZM3 8.5h14M7 3v4M13 3v4',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12ZM13.5 13.5 17.5 17.5',
  filter: 'M3 5.5h14M6 10h8M8.5 14.5h3',
  person: 'M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3.5 17.5c.6-3.2 3.2-5 6.5-5s5.9 1.8 6.5 5',
  ticket: 'M3 5h14v3.2a1.9 1.9 0 0 0 0 3.6V15H3v-3.2a1.9 1.9 0 0 0 0-3.6V5ZM12 5v2M12 9v2M12 13v2',
  link: 'M8 12 12 8M9 6l1.5-1.5a3.5 3.5 0 0 1 5 5L14 11M11 14l-1.5 1.5a3.5 3.5 0 0 1-5-5L6 9',
  seat: 'M5.5 3.5v8h7.5v5M5.5 11.5l-1 5M8 8h4.5',
  pin: 'M10 18s6-5.3 6-10a6 6 0 1 0-12 0c0 4.7 6 10 6 10ZM10 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  copy: 'M7 7h10v10H7V7ZM4 13H3V3h10v1',
  plane: 'M2.5 11.5 17 4.5 13 17l-3.5-5-7-.5ZM9.5 12 17 4.5',
} as const;

export type IconName = keyof typeof paths;

/** A drawing beside words; hidden from assistive technology, so the words must say it too. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      width="20"
      height="20"
      className={classNames('shrink-0', className)}
    >
      <path d={paths[name]} />
    </svg>
  );
}
