'use client';

import { PageContainer } from '@/components/layout/page-container';
import { Button } from '@/components/ui/button';
import texts from '@/server/language/pt-BR/fault.json';

type FaultPageProps = { error: Error & { digest?: string }; reset: () => void };

/**
 * A fault of ours. It must draw itself whatever broke, so it asks for nothing: no session, no provider, no server; only
 * its own few words, and the brand that the layout around it already wears.
 */
export default function FaultPage({ error, reset }: FaultPageProps) {
  return (
    <PageContainer width="reading" className="flex flex-col items-start gap-5 py-20 sm:py-32">
      <h1 className="display text-title">{texts.title}</h1>
      <p className="max-w-prose text-lg text-ink-muted">{texts.body}</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={reset}>{texts.tryAgain}</Button>
        <a
          href="/"
          className="inline-flex min-h-11 items-center rounded-button px-5 font-semibold text-brand-text hover:bg-brand-soft"
        >
          {texts.backHome}
        </a>
      </div>
      {error.digest && (
        <p className="figures text-sm text-ink-muted">
          {texts.reference} {error.digest}
        </p>
      )}
    </PageContainer>
  );
}
