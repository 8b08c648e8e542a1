import { randomUUID } from 'node:crypto';
import * as http from 'node:http';
import { CookieJar } from '@/e2e/api/cookie-jar';
import type { PurchaseOrder, PurchaseResult } from '@/e2e/api/wire';

/** Somebody who is signed in at one site. */
export type SiteCustomer = { buy(order: PurchaseOrder): Promise<void> };

const answerDeadlineMs = 30_000;

/** Opens an account at a site and signs in, as docs/api.md tells programs to. Purchases go over the agent's connections. */
export async function openSiteCustomer(siteUrl: string, agent: http.Agent): Promise<SiteCustomer> {
  const cookies = new CookieJar();
  const account = { email: `ana.${randomUUID()}@example.com`, password: 'uma frase bem comprida' };
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (!cookies.isEmpty) headers.set('cookie', cookies.header());
    const response = await fetch(siteUrl + path, { redirect: 'manual', ...init, headers });
    cookies.take(response);
    return response;
  };
  await send('/api/trpc/account.register', {
    method: 'POST',
    body: JSON.stringify({ name: 'Ana Beatriz Souza', ...account }),
    headers: { 'content-type': 'application/json' },
  });
  const { csrfToken } = (await (await send('/api/auth/csrf')).json()) as { csrfToken: string };
  await send('/api/auth/callback/credentials', {
    method: 'POST',
    body: new URLSearchParams({ csrfToken, ...account }),
  });
  const profile = await send('/api/trpc/account.profile');
  if (!profile.ok) throw new Error(`cannot sign in at ${siteUrl}: ${await profile.text()}`);
  const url = new URL('/api/trpc/booking.purchase', siteUrl);
  return { buy: async (order) => checkSold(await postJson({ url, agent, cookie: cookies.header() }, order)) };
}

type Target = { url: URL; agent: http.Agent; cookie: string };

/** Less work for this process than `fetch`: on a small machine the buyer and the sites share the cores. */
function postJson({ url, agent, cookie }: Target, content: unknown): Promise<string> {
  const body = JSON.stringify(content);
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const request = http.request(url, { method: 'POST', agent, headers, timeout: answerDeadlineMs });
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', reject);
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(text));
      response.on('error', reject);
    });
    request.end(body);
  });
}

function checkSold(answer: string): void {
  const { result } = JSON.parse(answer) as { result?: { data: PurchaseResult } };
  if (result?.data.status !== 'confirmed') throw new Error(`not sold: ${answer.slice(0, 300)}`);
}
