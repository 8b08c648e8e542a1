import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { BookingState } from '@/server/domain/booking';

/** The word for a booking's state, the same everywhere. */
export function BookingStateBadge({ state }: { state: BookingState }) {
  const t = useTranslations('booking.state');
  const isConfirmed = state === 'confirmed';
  return (
    <Badge tone={isConfirmed ? 'positive' : 'neutral'} icon={isConfirmed ? 'check' : 'cross'}>
      {t(state)}
    </Badge>
  );
}
