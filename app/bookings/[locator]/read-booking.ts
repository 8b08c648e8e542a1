import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { getSession } from '@/server/auth/session';
import { getBooking } from '@/server/booking/get-booking';
import { getAirline } from '@/server/boot';
import { type RecordLocator, typedLocatorSchema } from '@/server/domain/record-locator';
import { isRefusal } from '@/server/errors';

export type OwnedLocator = { recordLocator: RecordLocator; customerId: string };

/**
 * The locator as typed in the URL, put right, with who asks. Sends to the sign-in whoever is not signed in; what cannot
 * be a locator has no page.
 */
export const readOwnedLocator = cache(async (typed: string): Promise<OwnedLocator> => {
  const locator = typedLocatorSchema.safeParse(typed);
  if (!locator.success) notFound();
  const session = await getSession();
  if (!session) redirect(`/sign-in?next=/bookings/${locator.data}`);
  return { recordLocator: locator.data, customerId: session.customerId };
});

/** The booking of this page, once per request. Unknown and somebody else's alike have no page. */
export const readBooking = cache(async (typed: string) => {
  const owned = await readOwnedLocator(typed);
  try {
    return await getBooking(getAirline(), owned);
  } catch (error) {
    if (isRefusal(error) && error.code === 'BOOKING_UNKNOWN') notFound();
    throw error;
  }
});
