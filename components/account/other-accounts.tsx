import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatInstantDate } from '@/components/format/instant';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { type AirlineCode, airlineIdentities } from '@/server/domain/airline-code';

export type OtherAccount = {
  relation: 'earlier' | 'later' | 'united';
  homeAirline: AirlineCode;
  createdAt: string;
};

/** The accounts that were opened with the same e-mail, what became of them, and the form that unites (`children`). */
export function OtherAccounts({ accounts, children }: { accounts: OtherAccount[]; children: ReactNode }) {
  const t = useTranslations('account.other');
  const isAnyApart = accounts.some(({ relation }) => relation !== 'united');
  const isFirst = accounts.every(({ relation }) => relation !== 'earlier');
  return (
    <section aria-labelledby="other-accounts">
      <Card>
        <h2 id="other-accounts" className="display scroll-mt-6 text-heading">
          {t(isAnyApart ? 'title' : 'unitedTitle')}
        </h2>
        <ul className="mt-4 space-y-3">
          {accounts.map(({ relation, homeAirline, createdAt }) => (
            <li key={`${homeAirline} ${createdAt}`} className="flex gap-3">
              <Icon
                name={relation === 'united' ? 'check' : 'info'}
                className={relation === 'united' ? 'mt-0.5 text-positive' : 'mt-0.5 text-brand-text'}
              />
              <span>
                {t(relation, {
                  airline: airlineIdentities[homeAirline].name,
                  date: formatInstantDate(createdAt),
                })}
              </span>
            </li>
          ))}
        </ul>
        {isAnyApart && (
          <>
            <p className="mt-4 mb-6 text-ink-muted">{t(isFirst ? 'offerToFirst' : 'offerToLater')}</p>
            {children}
          </>
        )}
      </Card>
    </section>
  );
}
