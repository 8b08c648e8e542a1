'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { SeatDesk } from './seat-desk';
import type { SeatNotice, SeatState } from './seat-store';

/** Good news is spoken and shown in the map itself; these need the eye as well. */
const shownKinds: SeatNotice['kind'][] = ['lost', 'ended', 'refused', 'tooFew', 'unavailable'];

type SeatNoticeCardProps = {
  desk: SeatDesk;
  state: SeatState;
  sentence: string;
  /** Takes a neighbour instead of the seat that was lost. */
  onTakeNeighbour: (legIndex: number, seat: string) => void;
};

/** What went otherwise than wished, floating over the foot of the page: nothing moves under the pointer. */
export function SeatNoticeCard({ desk, state, sentence, onTakeNeighbour }: SeatNoticeCardProps) {
  const t = useTranslations('seats.notice');
  const hold = useTranslations('hold');
  const { notice, expiredSeats } = state;
  const seats = expiredSeats?.flat().filter((seat) => seat !== null) ?? [];
  if (expiredSeats !== null) {
    return (
      <Floating
        title={hold('expiredTitle')}
        sentence={hold('expiredBody', { count: seats.length, seats: seats.join(', ') })}
      >
        <Button size="small" onClick={() => desk.tryAgain()}>
          {hold('tryAgain')}
        </Button>
        <Button size="small" variant="secondary" onClick={() => desk.startOver()}>
          {hold('chooseOthers')}
        </Button>
      </Floating>
    );
  }
  if (notice === null || !shownKinds.includes(notice.kind)) return null;
  return (
    <Floating sentence={sentence} onDismiss={() => desk.dismissNotice()} dismissLabel={t('dismiss')}>
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
    </Floating>
  );
}

type FloatingProps = {
  title?: string;
  sentence: string;
  onDismiss?: () => void;
  dismissLabel?: string;
  children?: React.ReactNode;
};

function Floating({ title, sentence, onDismiss, dismissLabel, children }: FloatingProps) {
  return (
    <div className="fixed inset-x-3 bottom-24 z-30 mx-auto max-w-xl animate-rise rounded-card border border-line-strong bg-surface p-4 shadow-lifted lg:bottom-6">
      <div className="flex items-start gap-3">
        <Icon name="alert" className="mt-0.5 size-5 text-warning" />
        <div className="min-w-0 flex-1">
          {title && <p className="font-semibold">{title}</p>}
          <p className="text-sm">{sentence}</p>
        </div>
        {onDismiss && (
          <Button
            variant="quiet"
            size="small"
            aria-label={dismissLabel}
            onClick={onDismiss}
            className="-mt-1 -mr-1 px-2"
          >
            <Icon name="cross" className="size-4" />
          </Button>
        )}
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2 empty:hidden">{children}</div>
    </div>
  );
}
