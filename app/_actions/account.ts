'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getCustomer } from '@/server/account/get-customer';
import { registerCustomer } from '@/server/account/register-customer';
import { registrationSchema } from '@/server/account/registration';
import { getAuthSite } from '@/server/auth/auth-site';
import { authenticate, credentialsSchema } from '@/server/auth/authenticate';
import { callerAddress } from '@/server/auth/caller-address';
import { localPath } from '@/server/auth/local-path';
import { endSession, startSession } from '@/server/auth/session-cookie';
import { Refusal } from '@/server/errors';
import type { AccountFormState } from './account-form-state';
import { readAccountForm, withFieldErrors, withRefusal } from './read-account-form';

/** The sign-in form (`email`, `password`, `next`): signs in and goes to `next`, or answers what is wrong. */
export async function signInAction(_previous: AccountFormState, form: FormData): Promise<AccountFormState> {
  const typed = readAccountForm(form);
  const { email, password } = typed;
  const parsed = credentialsSchema.safeParse({ email, password });
  if (!parsed.success) return withFieldErrors(typed, parsed.error);
  try {
    const address = await addressOfCaller();
    const customer = await authenticate(getAuthSite().airline, { ...parsed.data, address });
    if (!customer) throw new Refusal('CREDENTIALS_WRONG');
    await startSession(customer);
  } catch (error) {
    return withRefusal(typed, error);
  }
  redirect(localPath(typed.next));
}

/** The registration form (`name`, `email`, `password`, `next`): opens the account, signs in and goes to `next`. */
export async function registerAction(_previous: AccountFormState, form: FormData): Promise<AccountFormState> {
  const typed = readAccountForm(form);
  const { next, ...registration } = typed;
  const parsed = registrationSchema.safeParse(registration);
  if (!parsed.success) return withFieldErrors(typed, parsed.error);
  try {
    const { airline } = getAuthSite();
    const input = { ...parsed.data, address: await addressOfCaller() };
    const { customerId } = await registerCustomer(airline, input);
    await startSession(await getCustomer(airline, customerId));
  } catch (error) {
    return withRefusal(typed, error);
  }
  redirect(localPath(next));
}

/** Signs this browser out and goes home. */
export async function signOutAction(): Promise<void> {
  await endSession();
  redirect('/');
}

async function addressOfCaller(): Promise<string> {
  return callerAddress((await headers()).get('x-forwarded-for'), getAuthSite().trustedProxies);
}
