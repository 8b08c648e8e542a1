import { Spinner } from '@/components/ui/spinner';
import type { ShownState } from './leg-seats';
import type { MappedSeat } from './seat-map-data';

type SeatGlyphProps = {
  shown: ShownState;
  seat: Pick<MappedSeat, 'surchargeCents' | 'features'>;
  /** 1-based; drawn only in a seat of this purchase. */
  passengerNumber: number;
};

/** The sign in a seat that tells its state without colour: number, ring, cross, dots; plus marks what costs more. */
export function SeatGlyph({ shown, seat, passengerNumber }: SeatGlyphProps) {
  if (shown === 'holding' || shown === 'releasing') return <Spinner className="size-4" />;
  if (shown === 'mine') return <span className="figures">{passengerNumber}</span>;
  if (shown === 'held') return <GlyphPath path="M4.5 10h.01M10 10h.01M15.5 10h.01" />;
  if (shown === 'taken' || shown === 'blocked') return <GlyphPath path="M5.5 5.5l9 9M14.5 5.5l-9 9" />;
  if (seat.features.includes('extra-legroom'))
    return <GlyphPath path="M10 4v12M6.5 7.5 10 4l3.5 3.5M6.5 12.5 10 16l3.5-3.5" />;
  return seat.surchargeCents > 0 ? <GlyphPath path="M10 5.5v9M5.5 10h9" /> : null;
}

function GlyphPath({ path }: { path: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="size-[56%]"
    >
      <path d={path} />
    </svg>
  );
}
