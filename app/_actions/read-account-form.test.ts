import { describe, expect, it } from 'vitest';
import { registrationSchema } from '@/server/account/registration';
import { credentialsSchema } from '@/server/auth/authenticate';
import { Refusal } from '@/server/errors';
import { readAccountForm, withFieldErrors, withRefusal } from './read-account-form';

function formOf(fields: Record<string, string | Blob>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const typed = readAccountForm(formOf({ name: 'Ana', email: 'ana@example.com', password: 'secret words' }));

describe('an account form', () => {
  it('is read with files and absent fields as empty', () => {
    const form = formOf({ email: new Blob(['x']), password: 'p', other: 'x' });
    expect(readAccountForm(form)).toEqual({ name: '', email: '', password: 'p', next: '' });
  });

  it.each([undefined, null, 1, 'email=ana', { email: 'ana@example.com' }])('that is %j is empty', (form) => {
    expect(readAccountForm(form)).toEqual({ name: '', email: '', password: '', next: '' });
  });

  it('says what is wrong with each field, once', () => {
    const empty = registrationSchema.safeParse({ name: '', email: '', password: '' });
    const long = registrationSchema.safeParse({
      name: 'a'.repeat(101),
      email: 'ana',
      password: 'x'.repeat(201),
    });
    expect(empty.error && withFieldErrors(typed, empty.error).fieldErrors).toEqual({
      name: 'TOO_SHORT',
      email: 'INVALID',
      password: 'TOO_SHORT',
    });
    expect(long.error && withFieldErrors(typed, long.error).fieldErrors).toEqual({
      name: 'TOO_LONG',
      email: 'INVALID',
      password: 'TOO_LONG',
    });
  });

  it('of a sign-in asks for a password but not for a good one', () => {
    const parsed = credentialsSchema.safeParse({ email: 'ana@example.com', password: '' });
    expect(parsed.error && withFieldErrors(typed, parsed.error).fieldErrors).toEqual({
      password: 'TOO_SHORT',
    });
    expect(credentialsSchema.safeParse({ email: 'ana@example.com', password: 'x' }).success).toBe(true);
  });

  it('gives back what was typed, never the password', () => {
    const state = withRefusal(typed, new Refusal('CREDENTIALS_WRONG'));
    expect(state).toEqual({
      fieldErrors: {},
      formError: { code: 'CREDENTIALS_WRONG', details: {} },
      values: { name: 'Ana', email: 'ana@example.com' },
    });
    expect(JSON.stringify(state)).not.toContain('secret words');
  });

  it('marks the e-mail that is taken', () => {
    expect(withRefusal(typed, new Refusal('EMAIL_TAKEN')).fieldErrors).toEqual({ email: 'TAKEN' });
  });

  it('does not swallow a fault of ours', () => {
    expect(() => withRefusal(typed, new Error('connection lost'))).toThrow('connection lost');
  });
});
