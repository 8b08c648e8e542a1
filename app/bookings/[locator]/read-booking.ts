import { redirect } from 'next/navigation';
import { cache } from 'react';
import { getSession } from '@/server/auth/session';
import { getBooking } from '@/server/booking/get-booking';
import { getAirline } from '@/server/boot';
import type { Booking } from '@/server/domain/booking';
import { type RecordLocator, typedLocatorSchema } from '@/server/domain/record-locator';
import { isRefusal } from '@/server/errors';

export type OwnedLocator = { recordLocator: RecordLocator; customerId: string };

/**
 * The locator as typed in the URL, put right, with who asks. Sends to the sign-in whoever is not signed in; what cannot
 * be a locator is null.
 */
export const readOwnedLocator = cache(async (typed: string): Promise<OwnedLocator | null> => {
  const locator = typedLocatorSchema.safeParse(typed);
  if (!locator.success) return null;
  const session = await getSession();
  if (!session) redirect(`/sign-in?next=/bookings/${locator.data}`);
  return { recordLocator: locator.data, customerId: session.customerId };
});

/** The booking of this page, once per request; null for an unknown one and for somebody else's alike. */
export const readBooking = cache(async (typed: string): Promise<Booking | null> => {
  const owned = await readOwnedLocator(typed);
  if (!owned) return null;
  try {
    return await getBooking(getAirline(), owned);
  } catch (error) {
    if (isRefusal(error) && error.code === 'BOOKING_UNKNOWN') return null;
    throw error;
  }
});
