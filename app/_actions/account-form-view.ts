import { getTranslations } from 'next-intl/server';
import { refusalSentence } from '@/server/language/refusal-sentence';
import type { AccountField, AccountFormState } from './account-form-state';

/** An account form as it is drawn: what is wrong in sentences. */
export type AccountFormView = {
  problems: { field: AccountField; sentence: string }[];
  refusal: string | null;
  values: { name: string; email: string };
};

/** The order of the fields on the page. */
const fields: AccountField[] = ['name', 'email', 'password'];

/** Puts what an account action answered into words. */
export async function accountFormView(
  kind: 'signIn' | 'register',
  { fieldErrors, formError, values }: AccountFormState,
): Promise<AccountFormView> {
  const t = await getTranslations('account.problem');
  const problems = fields.flatMap((field) => {
    const error = fieldErrors[field];
    if (!error) return [];
    const isEmptyPassword = kind === 'signIn' && field === 'password';
    return [{ field, sentence: isEmptyPassword ? t('passwordEmpty') : t(`${field}.${error}`) }];
  });
  // What stands at a field need not stand above the form as well.
  const refusal =
    formError && problems.length === 0 ? refusalSentence(formError.code, formError.details) : null;
  return { problems, refusal, values };
}
