'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { FloatingNotice } from './floating-notice';
import type { SeatDesk } from './seat-desk';
import type { SeatNotice, SeatState } from './seat-store';

/** Good news is spoken and shown in the map itself; these need the eye as well. */
const shownKinds: SeatNotice['kind'][] = ['lost', 'ended', 'refused', 'tooFew', 'unavailable'];

/** Is there something on the page that `SeatNoticeCard` shows? */
export function isNoticeShown({ notice, expiredSeats }: SeatState): boolean {
  return expiredSeats !== null || (notice !== null && shownKinds.includes(notice.kind));
}

type SeatNoticeCardProps = {
  desk: SeatDesk;
  state: SeatState;
  sentence: string;
  /** Takes a neighbour instead of the seat that was lost. */
  onTakeNeighbour: (legIndex: number, seat: string) => void;
};

/** What went otherwise than wished. */
export function SeatNoticeCard({ desk, state, sentence, onTakeNeighbour }: SeatNoticeCardProps) {
  const t = useTranslations('seats.notice');
  const hold = useTranslations('hold');
  const { notice, expiredSeats } = state;
  const seats = expiredSeats?.flat().filter((seat) => seat !== null) ?? [];
  if (expiredSeats !== null) {
    return (
      <FloatingNotice
        title={hold('expiredTitle')}
        sentence={hold('expiredBody', { count: seats.length, seats: seats.join(', ') })}
      >
        <Button size="small" onClick={() => desk.tryAgain()}>
          {hold('tryAgain')}
        </Button>
        <Button size="small" variant="secondary" onClick={() => desk.startOver()}>
          {hold('chooseOthers')}
        </Button>
      </FloatingNotice>
    );
  }
  if (notice === null || !isNoticeShown(state)) return null;
  return (
    <FloatingNotice sentence={sentence} onDismiss={() => desk.dismissNotice()} dismissLabel={t('dismiss')}>
      {notice.kind === 'lost' && notice.near.length > 0 && (
        <>
          <span className="text-sm text-ink-muted">{t('near')}</span>
          {notice.near.map((seat) => (
            <Button
              key={seat}
              size="small"
              variant="secondary"
              onClick={() => onTakeNeighbour(notice.legIndex, seat)}
            >
              {seat}
            </Button>
          ))}
        </>
      )}
    </FloatingNotice>
  );
}
