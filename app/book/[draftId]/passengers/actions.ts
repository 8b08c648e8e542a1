'use server';

import { redirect } from 'next/navigation';
import { checkPassengerForm } from '@/components/booking/check-passenger-form';
import { readPassengerForm } from '@/components/booking/passenger-form';
import type { PassengerFormState } from '@/components/booking/passengers-form';
import { saveDraftDetails } from '@/server/booking/save-draft-details';
import { getAirline } from '@/server/boot';
import { homeZone, localDateAt } from '@/server/domain/local-time';
import { isRefusal } from '@/server/errors';
import { refusalSentence } from '@/server/language/refusal-sentence';
import { readDraftOwner } from '../draft-owner';
import { readDraft } from '../read-draft';

/** Keeps who travels with the draft and goes on to the review, or answers what is wrong at which field. */
export async function saveDraftDetailsAction(
  draftId: string,
  _previous: PassengerFormState,
  form: FormData,
): Promise<PassengerFormState> {
  const draft = await readDraft(draftId);
  if (!draft || draft.purchase) redirect(`/book/${draftId}/review`);
  const airline = getAirline();
  const values = readPassengerForm(form, draft.passengerCount);
  const checked = checkPassengerForm(values, localDateAt(airline.clock.now(), homeZone));
  if (!checked.ok) return { values, problems: checked.problems, refusal: null };
  try {
    await saveDraftDetails(airline, { draftId, owner: await readDraftOwner(), ...checked.details });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { values, problems: [], refusal: refusalSentence(error.code, error.details) };
  }
  redirect(`/book/${draftId}/review`);
}
