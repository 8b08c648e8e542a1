import { classNames } from '@/components/ui/class-names';
import type { ShownState } from './leg-seats';
import type { MappedSeat } from './seat-map-data';

/** Outline of every seat: rounder at the head than at the feet, as seen from above. */
export const seatShape =
  'relative grid place-items-center border-2 text-sm font-semibold rounded-t-[0.6em] rounded-b-[0.25em]';

const looks: Record<ShownState, string> = {
  free: 'border-line-strong bg-surface text-ink not-aria-disabled:hover:border-brand-text not-aria-disabled:hover:bg-brand-soft',
  mine: 'border-brand bg-brand text-on-brand',
  holding: 'border-dashed border-brand-text bg-brand-soft text-brand-text',
  releasing: 'border-dashed border-line-strong bg-surface text-ink-muted',
  held: 'border-dashed border-line-strong bg-sunken text-ink-muted',
  taken: 'border-transparent bg-line text-ink-muted',
  blocked: 'border-transparent bg-line text-ink-muted',
};

/** Colours and border of a seat; the glyph inside says the same again. */
export function seatLook(shown: ShownState, seat: Pick<MappedSeat, 'surchargeCents' | 'features'>): string {
  const withSurcharge = shown === 'free' && seat.surchargeCents > 0;
  return classNames(looks[shown], withSurcharge && 'border-accent! text-accent');
}

/** Can this seat be pressed with effect? */
export function isPressable(shown: ShownState): boolean {
  return shown === 'free' || shown === 'mine';
}
