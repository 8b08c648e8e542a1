import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { type AirlineCode, airlineIdentities } from '@/server/domain/airline-code';

const list = new Intl.ListFormat('pt-BR');

type CancelLinkProps = {
  href: string;
  /** Airlines of the trip without whose answer it cannot be cancelled now. */
  missing: AirlineCode[];
};

/** The way to the quote; or, while an airline of the trip is silent, that and why it has to wait. */
export function CancelLink({ href, missing }: CancelLinkProps) {
  const t = useTranslations('booking');
  if (missing.length === 0) {
    return (
      <LinkButton href={href} variant="danger" prefetch={false}>
        {t('actions.cancel')}
      </LinkButton>
    );
  }
  const airlines = list.format(missing.map((code) => airlineIdentities[code].name));
  return (
    <p className="flex max-w-prose min-w-0 flex-1 basis-72 gap-2.5 self-center text-sm text-ink-muted">
      <Icon name="clock" className="mt-0.5 size-4.5 text-warning" />
      <span>{t('cancelWaits', { count: missing.length, airlines })}</span>
    </p>
  );
}
