'use server';

import { registerAction } from '../_actions/account';
import { untouchedAccountForm } from '../_actions/account-form-state';
import { type AccountFormView, accountFormView } from '../_actions/account-form-view';

/** `registerAction`, answered in sentences. */
export async function submitRegistrationAction(
  _previous: AccountFormView,
  form: FormData,
): Promise<AccountFormView> {
  return accountFormView('register', await registerAction(untouchedAccountForm, form));
}
