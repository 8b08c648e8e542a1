'use server';

import { redirect } from 'next/navigation';
import { getSession } from '@/server/auth/session';
import { ensureVisitorId } from '@/server/auth/visitor';
import { startDraft } from '@/server/booking/start-draft';
import { getAirline } from '@/server/boot';
import { isRefusal, type RefusalCode } from '@/server/errors';
import { type Choice, readChoice } from './read-choice';

/** Longer than any address of a search that this site writes. */
const maxSearchLength = 2_000;

/**
 * Begins a booking draft of what was chosen and goes to its seats. Form fields: those of `readChoice`, and `search`, the
 * query string of the results, to come back to with the reason when the choice is refused.
 */
export async function startDraftAction(form: FormData): Promise<void> {
  const choice = readChoice(form);
  const started = choice.ok ? await start(choice) : choice;
  if ('draftId' in started) redirect(`/book/${started.draftId}/seats`);
  const query = new URLSearchParams(String(form.get('search') ?? '').slice(0, maxSearchLength));
  query.set('refused', started.refused);
  redirect(`/flights?${query}`);
}

type Chosen = Extract<Choice, { ok: true }>;

async function start({
  legIds,
  passengerCount,
}: Chosen): Promise<{ draftId: string } | { refused: RefusalCode }> {
  const session = await getSession();
  const owner = { visitorId: await ensureVisitorId(), customerId: session?.customerId ?? null };
  try {
    return await startDraft(getAirline(), { legIds, passengerCount, owner });
  } catch (error) {
    if (isRefusal(error)) return { refused: error.code };
    throw error;
  }
}
