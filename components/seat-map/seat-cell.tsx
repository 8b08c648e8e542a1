'use client';

import { memo, useState } from 'react';
import { classNames } from '@/components/ui/class-names';
import type { ShownState } from './leg-seats';
import { SeatGlyph } from './seat-glyph';
import { isPressable, seatLook, seatShape } from './seat-look';
import type { MappedSeat } from './seat-map-data';
import type { SeatWords } from './seat-words';

type SeatCellProps = {
  seat: MappedSeat;
  shown: ShownState;
  /** 0-based; −1 when nobody of this purchase sits here. */
  passengerIndex: number;
  words: SeatWords;
  isTabStop: boolean;
  /** Its airline does not answer: nothing can be chosen. */
  isSilent: boolean;
  onPress: (designator: string) => void;
  onFocus: (designator: string) => void;
};

/**
 * One seat of the grid: always a button that can be reached, pressed with effect only when it is free or ours.
 * Remembered between draws, because a cabin has two hundred of them and one changes.
 */
export const SeatCell = memo(function SeatCell(props: SeatCellProps) {
  const { seat, shown, passengerIndex, words, isTabStop, isSilent, onPress, onFocus } = props;
  const flips = useFlips(shown);
  return (
    <button
      type="button"
      data-seat={seat.designator}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={words.name(seat, shown, passengerIndex)}
      aria-pressed={shown === 'mine' || shown === 'holding'}
      aria-disabled={isSilent || !isPressable(shown) || undefined}
      onClick={() => onPress(seat.designator)}
      onFocus={() => onFocus(seat.designator)}
      className={classNames(
        seatShape,
        'size-(--seat-size) scroll-mt-24 scroll-mb-32 transition-colors duration-150 focus-visible:z-10 aria-disabled:cursor-not-allowed',
        seatLook(shown, seat),
      )}
    >
      <SeatGlyph shown={shown} seat={seat} passengerNumber={passengerIndex + 1} />
      {flips > 0 && (
        <span
          key={flips}
          aria-hidden="true"
          className="pointer-events-none absolute -inset-0.5 animate-flip rounded-[inherit]"
        />
      )}
    </button>
  );
});

/** States that others bring about; what this purchase does itself is no surprise. */
const others: readonly ShownState[] = ['free', 'held', 'taken', 'blocked'];

/** How often others have changed this seat before the traveller's eyes. */
function useFlips(shown: ShownState): number {
  const [seen, setSeen] = useState({ shown, flips: 0 });
  if (seen.shown === shown) return seen.flips;
  const flips = others.includes(seen.shown) && others.includes(shown) ? seen.flips + 1 : seen.flips;
  setSeen({ shown, flips });
  return flips;
}
