'use server';

import { signInAction } from '../_actions/account';
import { untouchedAccountForm } from '../_actions/account-form-state';
import { type AccountFormView, accountFormView } from '../_actions/account-form-view';

/** `signInAction`, answered in sentences. */
export async function submitSignInAction(
  _previous: AccountFormView,
  form: FormData,
): Promise<AccountFormView> {
  return accountFormView('signIn', await signInAction(untouchedAccountForm, form));
}
