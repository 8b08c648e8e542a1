'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { TransactionView } from '@/server/booking/transaction-view';
import { useOutcome } from './use-outcome';

type Press = {
  /** What the action answered to the last press. */
  answer: TransactionView | null;
  /** A press is under way. */
  isSending: boolean;
  /** Where to hear what became of it. */
  outcomeHref: string;
  /** Where to go when it is confirmed after all. */
  confirmedHref: (confirmed: TransactionView) => string;
};

type Transaction = {
  /** It is not decided yet: it is shown in place of the button. */
  isOpen: boolean;
  latest: TransactionView | null;
  isSlow: boolean;
  /** Why the last press led to nothing, whether that was said at once or later. */
  refused: TransactionView | null;
};

/**
 * The transaction that a press on the one button leads to, also when its answer was "not decided yet": goes to what was
 * confirmed later; draws the page anew after what was refused later, so that the next press is another transaction.
 */
export function useTransaction({ answer, isSending, outcomeHref, confirmedHref }: Press): Transaction {
  const router = useRouter();
  const [later, setLater] = useState<{ answer: TransactionView; refused: TransactionView } | null>(null);
  const refusedLater = later !== null && later.answer === answer ? later.refused : null;
  const isPending = !isSending && answer?.status === 'pending' && refusedLater === null;
  const isOpen = isSending || isPending;
  const { latest, isSlow } = useOutcome({ outcomeHref, isOpen, isSending });
  const goesTo = latest?.status === 'confirmed' ? confirmedHref(latest) : null;

  useEffect(() => {
    if (!isPending) return;
    if (goesTo) router.replace(goesTo);
    if (latest?.status !== 'refused') return;
    setLater({ answer, refused: latest });
    router.refresh();
  }, [isPending, goesTo, latest, answer, router]);

  const refused = refusedLater ?? (answer?.status === 'refused' ? answer : null);
  return { isOpen, latest: latest ?? (isPending ? answer : null), isSlow: isSlow || isPending, refused };
}
