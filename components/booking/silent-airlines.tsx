import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { type AirlineCode, airlineIdentities } from '@/server/domain/airline-code';

const list = new Intl.ListFormat('pt-BR');

type SilentAirlinesProps = {
  airlines: AirlineCode[];
  /** True when not even a copy of a part is known. */
  isPartMissing: boolean;
};

/** Says which airline of this trip is out of contact and what that means for what is shown. */
export function SilentAirlines({ airlines, isPartMissing }: SilentAirlinesProps) {
  const t = useTranslations('booking.silent');
  if (airlines.length === 0) return null;
  const names = list.format(airlines.map((code) => airlineIdentities[code].name));
  return (
    <Alert tone="warning" title={t('title', { count: airlines.length, airlines: names })}>
      <p>{isPartMissing ? t('missing') : t('body')}</p>
    </Alert>
  );
}
