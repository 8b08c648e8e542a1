'use server';

import { redirect } from 'next/navigation';
import { chooseSeats } from '@/components/seat-map/choose-seats';
import { getSession } from '@/server/auth/session';
import { arrangeSeats } from '@/server/booking/arrange-seats';
import { getDraft } from '@/server/booking/get-draft';
import { getAirline } from '@/server/boot';
import type { LegId } from '@/server/domain/leg';
import { isRefusal } from '@/server/errors';
import { holdSeats } from '@/server/inventory/hold-seats';
import { readDraftOwner } from '../draft-owner';
import { hasAllSeats } from '../has-all-seats';
import { readDraft } from '../read-draft';
import { readSeatMap } from './read-seat-map';

/**
 * On to the passengers. Form fields: one `seats LEG_ID` per leg, the seats in the order of the passengers, apart by
 * spaces. Comes back to the seats when the holds do not stand for everybody.
 */
export async function continueToPassengersAction(draftId: string, form: FormData): Promise<void> {
  const draft = await readDraft(draftId);
  if (!draft) redirect(`/book/${draftId}/seats`);
  const arrangements = draft.legs.map(({ legId }) => ({
    legId,
    seats: String(form.get(`seats ${legId}`) ?? '').split(' '),
  }));
  await arrangeSeats(getAirline(), { draftId, owner: await readDraftOwner(), arrangements });
  if (!hasAllSeats(draft)) redirect(`/book/${draftId}/seats?problem=seats`);
  redirect(`/book/${draftId}/${draft.details ? 'review' : 'passengers'}`);
}

/** Without JavaScript: chooses and holds seats for all passengers on every leg that lacks some, then goes on. */
export async function chooseSeatsAction(draftId: string): Promise<void> {
  const draft = await readDraft(draftId);
  if (!draft) redirect(`/book/${draftId}/seats`);
  const complete = new Set(
    draft.holds.filter((hold) => hold.seats.length === draft.passengerCount).map((hold) => hold.legId),
  );
  for (const { legId } of draft.legs) {
    if (!complete.has(legId)) await chooseForLeg(draftId, legId, draft.passengerCount);
  }
  const after = await getDraft(getAirline(), { draftId, owner: await readDraftOwner() });
  redirect(hasAllSeats(after) ? `/book/${draftId}/passengers` : `/book/${draftId}/seats?problem=seats`);
}

async function chooseForLeg(draftId: string, legId: LegId, passengerCount: number): Promise<void> {
  const customerId = (await getSession())?.customerId;
  const seatMap = await readSeatMap({ legId, bookingDraftId: draftId, customerId });
  const seats = seatMap && chooseSeats(seatMap, passengerCount, 'together');
  if (!seats) return;
  try {
    await holdSeats(getAirline(), { legId, seats, bookingDraftId: draftId, customerId: customerId ?? null });
  } catch (error) {
    // Lost to somebody else: the page says that seats are missing and offers the choice again.
    if (!isRefusal(error)) throw error;
  }
}
