import './trip-summary.css';

/** The `+1` after a time on another day than the trip begins; `label` is what is read aloud. */
export function DayOffset({ offset, label }: { offset: string; label: string }) {
  return (
    <sup className="day-offset">
      <span aria-hidden="true">{offset}</span>
      <span className="sr-only">{label}</span>
    </sup>
  );
}
