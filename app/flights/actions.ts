'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { getSession } from '@/server/auth/session';
import { ensureVisitorId } from '@/server/auth/visitor';
import { startDraft } from '@/server/booking/start-draft';
import { getAirline } from '@/server/boot';
import { legIdSchema } from '@/server/domain/leg';
import { maxPassengersPerBooking } from '@/server/domain/passenger';
import { isRefusal, type RefusalCode } from '@/server/errors';

/** One more than the most stops a search offers. */
const maxLegs = 4;

const choiceSchema = z.object({
  legIds: z.array(legIdSchema).min(1).max(maxLegs),
  passengerCount: z.coerce.number().int().min(1).max(maxPassengersPerBooking),
  search: z.string().max(500),
});

type Choice = z.infer<typeof choiceSchema>;

/**
 * Begins a booking draft of the chosen itinerary and goes to its seats. Form fields: `legId` once per leg in order,
 * `passengers`, `search` (the query string of the results, to come back to with the reason when the choice is refused).
 */
export async function startDraftAction(form: FormData): Promise<void> {
  const choice = choiceSchema.safeParse({
    legIds: form.getAll('legId'),
    passengerCount: form.get('passengers'),
    search: form.get('search'),
  });
  if (!choice.success) redirect('/flights?refused=INPUT_INVALID');

  const started = await start(choice.data);
  if ('draftId' in started) redirect(`/book/${started.draftId}/seats`);
  const query = new URLSearchParams(choice.data.search);
  query.set('refused', started.refused);
  redirect(`/flights?${query}`);
}

async function start({
  legIds,
  passengerCount,
}: Choice): Promise<{ draftId: string } | { refused: RefusalCode }> {
  const session = await getSession();
  const owner = { visitorId: await ensureVisitorId(), customerId: session?.customerId ?? null };
  try {
    return await startDraft(getAirline(), { legIds, passengerCount, owner });
  } catch (error) {
    if (isRefusal(error)) return { refused: error.code };
    throw error;
  }
}
