import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SettingContent } from '@/components/account/setting-content';
import { getCustomer } from '@/server/account/get-customer';
import { registerCustomer } from '@/server/account/register-customer';
import { getSession } from '@/server/auth/session';
import { startSession } from '@/server/auth/session-cookie';
import { setRuntime } from '@/server/boot';
import type { Env } from '@/server/env';
import { type AccountAlliance, createAccountAlliance } from '@/server/testing/account-airlines';
import { replicateAll } from '@/server/testing/replicate';
import { changePasswordAction, renameAction, uniteAccountsAction } from './actions';

/** What Next keeps for one request: the browser's cookies. */
const request = vi.hoisted(() => ({ jar: new Map<string, { value: string }>() }));

vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => request.jar.get(name),
    set: ({ name, value }: { name: string; value: string }) => request.jar.set(name, { value }),
  }),
}));
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }));
vi.mock('next/navigation', () => ({
  redirect: (path: string) => {
    throw new Error(`redirected to ${path}`);
  },
}));
vi.mock('next-intl/server', async () => {
  const { createTranslator } = await import('use-intl/core');
  const { messages } = await import('@/server/language/messages');
  return {
    getTranslations: async (namespace: 'account.problem') =>
      createTranslator({ locale: 'pt-BR', messages, namespace }),
  };
});

let alliance: AccountAlliance;
let customerId: string;

const ana = { name: 'Ana Souza', email: 'ana@example.com', password: 'correct horse' };
const untouched: SettingContent = { problems: [], refusal: null, name: null };

beforeAll(async () => {
  alliance = await createAccountAlliance();
  const env = { NEXTAUTH_SECRET: 'g'.repeat(32), NEXTAUTH_URL: 'http://localhost:3002' } as Env;
  setRuntime({ airline: alliance.airlines.giro, env, status: 'ready' });
});
afterAll(() => alliance.close());
beforeEach(async () => {
  await alliance.reset();
  const { giro } = alliance.airlines;
  ({ customerId } = await registerCustomer(giro, ana));
  await startSession(await getCustomer(giro, customerId));
});

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe('the account page', () => {
  const forms = [renameAction, changePasswordAction, uniteAccountsAction];

  it('sends whoever is not signed in to the door, and changes nothing', async () => {
    request.jar.clear();
    for (const action of forms) {
      const sent = action(untouched, formOf({ name: 'Eva', oldPassword: ana.password }));
      await expect(sent).rejects.toThrow('redirected to /sign-in?next=/account');
    }
    expect(await getCustomer(alliance.airlines.giro, customerId)).toMatchObject({ name: ana.name });
  });

  it('says at the fields what is missing, also when no form arrives', async () => {
    const said = await Promise.all(forms.map((action) => action(untouched, {} as FormData)));
    expect(said.map(({ problems }) => problems.map(({ field }) => field))).toEqual([
      ['name'],
      ['oldPassword', 'newPassword'],
      ['otherPassword'],
    ]);
    expect(said[1]?.problems.map(({ sentence }) => sentence)).toEqual([
      'Digite sua senha.',
      'A senha precisa de pelo menos 10 caracteres.',
    ]);
  });

  it('saves the name, and keeps what was typed when it cannot', async () => {
    expect(await renameAction(untouched, formOf({ name: '<b>Ana</b>' }))).toEqual({
      problems: [{ field: 'name', sentence: 'Use letras, números, espaços e pontuação simples.' }],
      refusal: null,
      name: '<b>Ana</b>',
    });
    const saved = renameAction(untouched, formOf({ name: 'Ana Lima' }));
    await expect(saved).rejects.toThrow('redirected to /account?done=name');
    expect(await getSession()).toMatchObject({ name: 'Ana Lima' });
  });

  it('changes the password and keeps this browser signed in', async () => {
    const newPassword = 'battery staple';
    const wrong = await changePasswordAction(untouched, formOf({ oldPassword: 'a guess', newPassword }));
    expect(wrong.problems).toEqual([{ field: 'oldPassword', sentence: 'Essa não é a sua senha atual.' }]);
    const before = new Map(request.jar);
    const right = changePasswordAction(untouched, formOf({ oldPassword: ana.password, newPassword }));
    await expect(right).rejects.toThrow('redirected to /account?done=password');
    expect(await getSession()).toMatchObject({ customerId });
    request.jar = before;
    expect(await getSession()).toBeNull();
  });

  it('unites with the account that was opened before, and goes on as that one', async () => {
    const { giro, rumos } = alliance.airlines;
    await alliance.reset();
    alliance.cutOff('rumos', { isNoticed: true });
    const { customerId: first } = await registerCustomer(rumos, { ...ana, password: 'another phrase' });
    alliance.time.now = new Date(alliance.time.now.getTime() + 1_000);
    ({ customerId } = await registerCustomer(giro, ana));
    await startSession(await getCustomer(giro, customerId));
    alliance.heal();
    await replicateAll(alliance.airlines);
    expect(await getSession()).toMatchObject({ customerId, holdsEmail: false });

    const wrong = await uniteAccountsAction(untouched, formOf({ otherPassword: ana.password }));
    expect(wrong.problems).toEqual([
      { field: 'otherPassword', sentence: 'Essa senha não abre a outra conta.' },
    ]);
    const right = uniteAccountsAction(untouched, formOf({ otherPassword: 'another phrase' }));
    await expect(right).rejects.toThrow('redirected to /account?done=united');
    expect(await getSession()).toMatchObject({ customerId: first, holdsEmail: true });
  });

  it('tells how long to wait after too many tries', async () => {
    const guess = () => uniteAccountsAction(untouched, formOf({ otherPassword: 'a guess' }));
    for (let tries = 0; tries < 5; tries++) expect((await guess()).problems).toHaveLength(1);
    expect(await guess()).toMatchObject({
      problems: [],
      refusal: expect.stringMatching(/^Foram muitas tentativas seguidas\. Espere \d+ segundos?/),
    });
  });
});
