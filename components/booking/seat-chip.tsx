import { Icon } from '@/components/ui/icon';

/** A seat and who sits there. */
export function SeatChip({ seat, name }: { seat: string; name?: string | undefined }) {
  return (
    <span className="inline-flex items-center gap-1.5 rounded-control border border-line bg-sunken px-2 py-0.5 text-sm">
      <Icon name="seat" className="size-4 text-ink-muted" />
      <span className="figures font-semibold">{seat}</span>
      {name && <span className="text-ink-muted">{name}</span>}
    </span>
  );
}
