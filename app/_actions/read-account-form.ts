import type { ZodError } from 'zod';
import { isRefusal } from '@/server/errors';
import type { AccountField, AccountFieldError, AccountFormState } from './account-form-state';

/** What stands in an account form; files and absent fields count as empty. */
export type AccountForm = Record<AccountField | 'next', string>;

/**
 * Reads the four fields that sign-in and registration know; anything else in the form is ignored. An action is an open
 * door: what arrives need not be a form at all, and then every field is empty.
 */
export function readAccountForm(form: unknown): AccountForm {
  const text = (field: keyof AccountForm) => {
    const value = form instanceof FormData ? form.get(field) : null;
    return typeof value === 'string' ? value : '';
  };
  return { name: text('name'), email: text('email'), password: text('password'), next: text('next') };
}

/** The form as it stands after `error`: its first complaint for each field. */
export function withFieldErrors(typed: AccountForm, error: ZodError): AccountFormState {
  const fieldErrors: AccountFormState['fieldErrors'] = {};
  for (const issue of error.issues) {
    const field = issue.path[0] as AccountField;
    fieldErrors[field] ??= fieldErrorOf(issue.code);
  }
  return { fieldErrors, formError: null, values: valuesOf(typed) };
}

/** The form as it stands after a refusal; any other error is ours and goes on to the error page. */
export function withRefusal(typed: AccountForm, error: unknown): AccountFormState {
  if (!isRefusal(error)) throw error;
  return {
    fieldErrors: error.code === 'EMAIL_TAKEN' ? { email: 'TAKEN' } : {},
    formError: { code: error.code, details: error.details },
    values: valuesOf(typed),
  };
}

/** What the page calls a complaint of zod. */
export function fieldErrorOf(issueCode: string): AccountFieldError {
  if (issueCode === 'too_small') return 'TOO_SHORT';
  return issueCode === 'too_big' ? 'TOO_LONG' : 'INVALID';
}

/** Longer than either field may be: enough to be corrected, too short to echo a flood. */
const maxEchoedLength = 300;

function valuesOf({ name, email }: AccountForm): AccountFormState['values'] {
  return { name: name.slice(0, maxEchoedLength), email: email.slice(0, maxEchoedLength) };
}
