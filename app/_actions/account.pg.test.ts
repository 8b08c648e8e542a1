import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { customers } from '@/db/schema';
import { getAuthSite } from '@/server/auth/auth-site';
import { getSession } from '@/server/auth/session';
import { ensureVisitorId, readVisitorId } from '@/server/auth/visitor';
import { setRuntime } from '@/server/boot';
import type { Env } from '@/server/env';
import { type AccountAlliance, createAccountAlliance } from '@/server/testing/account-airlines';
import { registerAction, signInAction, signOutAction } from './account';
import { untouchedAccountForm } from './account-form-state';

/** What Next keeps for one request: the browser's cookies and headers. */
const request = vi.hoisted(() => ({
  jar: new Map<string, { value: string; maxAge?: number; httpOnly?: boolean; sameSite?: string }>(),
  headers: new Headers({ 'x-forwarded-for': '203.0.113.7' }),
}));

vi.mock('next/headers', () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => request.jar.get(name),
    set: ({ name, ...cookie }: { name: string; value: string; maxAge: number }) =>
      cookie.maxAge === 0 ? request.jar.delete(name) : request.jar.set(name, cookie),
  }),
}));

vi.mock('next/navigation', () => ({
  redirect: (path: string) => {
    throw new Error(`redirected to ${path}`);
  },
}));

let alliance: AccountAlliance;

beforeAll(async () => {
  alliance = await createAccountAlliance();
  const env = {
    NEXTAUTH_SECRET: 'g'.repeat(32),
    NEXTAUTH_URL: 'http://localhost:3002',
    TRUSTED_PROXIES: 0,
  } as Env;
  setRuntime({ airline: alliance.airlines.giro, env, status: 'ready' });
});
afterAll(() => alliance.close());
beforeEach(async () => {
  request.jar.clear();
  await alliance.reset();
});

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const ana = { name: 'Ana Souza', email: 'ana@example.com', password: 'correct horse' };
const register = (fields: Record<string, string>) => registerAction(untouchedAccountForm, formOf(fields));
const signIn = (fields: Record<string, string>) => signInAction(untouchedAccountForm, formOf(fields));

describe('the registration form', () => {
  it('opens the account, signs in and goes where the person was going', async () => {
    await expect(register({ ...ana, next: '/book/1/review' })).rejects.toThrow(
      'redirected to /book/1/review',
    );
    expect(await getSession()).toMatchObject({ name: 'Ana Souza', email: 'ana@example.com' });
    const cookie = request.jar.get('passcom-giro.session');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'lax', maxAge: 2_592_000 });
  });

  it('sent twice says that the e-mail is taken and signs nobody in', async () => {
    await expect(register(ana)).rejects.toThrow('redirected to /');
    request.jar.clear();
    expect(await register(ana)).toEqual({
      fieldErrors: { email: 'TAKEN' },
      formError: { code: 'EMAIL_TAKEN', details: { field: 'email' } },
      values: { name: ana.name, email: ana.email },
    });
    expect(await getSession()).toBeNull();
  });

  it('with bad fields changes nothing', async () => {
    const state = await register({ name: '', email: 'ana', password: 'short' });
    expect(state.fieldErrors).toEqual({ name: 'TOO_SHORT', email: 'INVALID', password: 'TOO_SHORT' });
    expect(await getAuthSite().airline.db.$count(customers)).toBe(0);
  });
});

describe('the sign-in form', () => {
  beforeEach(async () => {
    await expect(register(ana)).rejects.toThrow('redirected');
    request.jar.clear();
  });

  it('signs in and goes where the person was going', async () => {
    await expect(signIn({ ...ana, next: '/trips' })).rejects.toThrow('redirected to /trips');
    expect(await getSession()).toMatchObject({ email: ana.email });
  });

  it('never leads to another site', async () => {
    await expect(signIn({ ...ana, next: 'https://evil.example' })).rejects.toThrow(/^redirected to \/$/);
  });

  it('says the same for a wrong password and an unknown e-mail', async () => {
    const wrong = await signIn({ ...ana, password: 'incorrect horse' });
    const unknown = await signIn({ ...ana, email: 'eva@example.com' });
    expect(wrong.formError).toEqual({ code: 'CREDENTIALS_WRONG', details: {} });
    expect(unknown.formError).toEqual(wrong.formError);
    expect(await getSession()).toBeNull();
  });

  it('tells how long to wait after too many tries', async () => {
    for (let guess = 0; guess < 10; guess++) await signIn({ ...ana, password: 'a guess' });
    const { formError } = await signIn(ana);
    expect(formError).toEqual({ code: 'RATE_LIMITED', details: { retryAfterSeconds: 60 } });
  });

  it('is undone by signing out', async () => {
    await expect(signIn(ana)).rejects.toThrow('redirected');
    await expect(signOutAction()).rejects.toThrow('redirected to /');
    expect(await getSession()).toBeNull();
  });
});

describe('a browser before anybody signs in', () => {
  it('gets one id and keeps it', async () => {
    expect(await readVisitorId()).toBeNull();
    const visitorId = await ensureVisitorId();
    expect([await readVisitorId(), await ensureVisitorId()]).toEqual([visitorId, visitorId]);
    expect(request.jar.get('passcom-giro.visitor')).toMatchObject({ httpOnly: true, sameSite: 'lax' });
  });

  it('with a damaged id counts as new', async () => {
    request.jar.set('passcom-giro.visitor', { value: "' or 1=1 --" });
    expect(await readVisitorId()).toBeNull();
    expect(await ensureVisitorId()).toMatch(/^[0-9a-f-]{36}$/);
  });
});
