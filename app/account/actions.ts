'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { SettingContent } from '@/components/account/setting-content';
import { changePassword, passwordChangeSchema } from '@/server/account/change-password';
import { getCustomer } from '@/server/account/get-customer';
import { mergeAccounts, mergeInputSchema } from '@/server/account/merge-accounts';
import { profileUpdateSchema, updateProfile } from '@/server/account/update-profile';
import { getSession } from '@/server/auth/session';
import { startSession } from '@/server/auth/session-cookie';
import { getAirline } from '@/server/boot';
import type { Session } from '@/server/context';
import { textIn, withProblems, withRefusal } from './setting-view';

/** The form with the name (`name`). */
export async function renameAction(_previous: SettingContent, form: FormData): Promise<SettingContent> {
  const { customerId } = await signedIn();
  const parsed = profileUpdateSchema.safeParse({ name: textIn(form, 'name') });
  if (!parsed.success) return withProblems(form, parsed.error);
  await updateProfile(getAirline(), { customerId, ...parsed.data });
  return done('name');
}

/** The form with both passwords (`oldPassword`, `newPassword`): this browser stays signed in, every other one is out. */
export async function changePasswordAction(
  _previous: SettingContent,
  form: FormData,
): Promise<SettingContent> {
  const { customerId } = await signedIn();
  const typed = { oldPassword: textIn(form, 'oldPassword'), newPassword: textIn(form, 'newPassword') };
  const parsed = passwordChangeSchema.safeParse(typed);
  if (!parsed.success) return withProblems(form, parsed.error);
  try {
    await changePassword(getAirline(), { customerId, ...parsed.data });
    await startSession(await getCustomer(getAirline(), customerId));
  } catch (error) {
    return withRefusal(form, 'oldPassword', error);
  }
  return done('password');
}

const unionSchema = z.strictObject({ otherPassword: mergeInputSchema.shape.password });

/** The form with the other account's password (`otherPassword`): goes on as the account that remains. */
export async function uniteAccountsAction(
  _previous: SettingContent,
  form: FormData,
): Promise<SettingContent> {
  const { customerId } = await signedIn();
  const parsed = unionSchema.safeParse({ otherPassword: textIn(form, 'otherPassword') });
  if (!parsed.success) return withProblems(form, parsed.error);
  try {
    const password = parsed.data.otherPassword;
    const remaining = await mergeAccounts(getAirline(), { customerId, password });
    await startSession(await getCustomer(getAirline(), remaining.customerId));
  } catch (error) {
    return withRefusal(form, 'otherPassword', error);
  }
  return done('united');
}

async function signedIn(): Promise<Session> {
  return (await getSession()) ?? redirect('/sign-in?next=/account');
}

/** The page says it, and the header shows the name of now. */
function done(what: 'name' | 'password' | 'united'): never {
  revalidatePath('/', 'layout');
  redirect(`/account?done=${what}`);
}
