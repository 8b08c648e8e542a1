import type { RefusalCode, RefusalDetails } from '@/server/errors';

export type AccountField = 'name' | 'email' | 'password';

/** What is wrong with one field; the page has the sentence. `TAKEN` only at `email`, on registration. */
export type AccountFieldError = 'TOO_SHORT' | 'TOO_LONG' | 'INVALID' | 'TAKEN';

/** Why the form as a whole was refused, ready for `refusalSentence(code, details)`. */
export type AccountFormError = { code: RefusalCode; details: RefusalDetails };

/**
 * What a sign-in or registration form knows after it was sent. `values` are what the person typed (never the password),
 * to be put back as `defaultValue`, because React empties a form after its action.
 */
export type AccountFormState = {
  fieldErrors: Partial<Record<AccountField, AccountFieldError>>;
  formError: AccountFormError | null;
  values: { name: string; email: string };
};

/** The state of a form that nobody has sent yet. */
export const untouchedAccountForm: AccountFormState = {
  fieldErrors: {},
  formError: null,
  values: { name: '', email: '' },
};
