'use client';

import { memo } from 'react';
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
  onPress: (designator: string) => void;
  onFocus: (designator: string) => void;
};

/**
 * One seat of the grid: always a button that can be reached, pressed with effect only when it is free or ours.
 * Remembered between draws, because a cabin has two hundred of them and one changes.
 */
export const SeatCell = memo(function SeatCell(props: SeatCellProps) {
  const { seat, shown, passengerIndex, words, isTabStop, onPress, onFocus } = props;
  return (
    <button
      type="button"
      data-seat={seat.designator}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={words.name(seat, shown, passengerIndex)}
      aria-pressed={shown === 'mine' || shown === 'holding'}
      aria-disabled={!isPressable(shown) || undefined}
      onClick={() => onPress(seat.designator)}
      onFocus={() => onFocus(seat.designator)}
      className={classNames(
        seatShape,
        'size-(--seat-size) scroll-mt-24 scroll-mb-32 transition-colors duration-150 focus-visible:z-10 aria-disabled:cursor-not-allowed',
        seatLook(shown, seat),
      )}
    >
      <SeatGlyph shown={shown} seat={seat} passengerNumber={passengerIndex + 1} />
    </button>
  );
});
