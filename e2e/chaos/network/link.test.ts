import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { Link } from './link';
import { pass } from './treatment';

let target: Server;
let link: Link;
let address: string;
/** What has arrived at the far end. */
let arrived: string[];

beforeEach(async () => {
  arrived = [];
  target = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      arrived.push(`${request.method} ${request.url} ${request.headers.authorization} ${body}`);
      response.end('understood');
    });
  });
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
  const { port } = target.address() as AddressInfo;
  link = new Link({
    from: 'rumos',
    to: 'giro',
    targetUrl: `http://127.0.0.1:${port}`,
    random: createRandom(1),
  });
  address = await link.open();
});

afterEach(() => {
  link.close();
  target.closeAllConnections();
  target.close();
});

const message = 'POST /peer.accept signed {}';

/** The text of the answer, or `lost`. */
async function send(procedure = 'accept', signal?: AbortSignal): Promise<string> {
  const headers = { authorization: 'signed' };
  try {
    const response = await fetch(`${address}/peer.${procedure}`, {
      method: 'POST',
      body: '{}',
      headers,
      signal,
    });
    return await response.text();
  } catch {
    return 'lost';
  }
}

describe('a link', () => {
  it('passes a request with its signature, and the answer', async () => {
    expect(await send()).toBe('understood');
    expect(arrived).toEqual([message]);
  });

  it('that is cut carries nothing, or all but one procedure', async () => {
    link.treat({ kind: 'cut' });
    expect(await send()).toBe('lost');
    link.treat({ kind: 'cut', only: 'accept' });
    expect(link.harmed).toBe(0);
    expect([await send('accept'), await send('hello')]).toEqual(['lost', 'understood']);
    expect(link.harmed).toBe(1);
    expect(arrived).toEqual([message.replace('accept', 'hello')]);
  });

  it('can lose the answer alone, or the end of it', async () => {
    link.treat({ kind: 'answer-lost' });
    expect(await send()).toBe('lost');
    link.treat({ kind: 'truncated' });
    expect(await send()).toBe('lost');
    expect(arrived).toEqual([message, message]);
  });

  it('delivers a request several times and one answer', async () => {
    link.treat({ kind: 'duplicate', times: 3, pauseMs: 1 });
    expect(await send()).toBe('understood');
    await expect.poll(() => arrived.length).toBe(3);
  });

  it('that is silent answers nobody until it is healed, and then has lost what it had', async () => {
    link.treat({ kind: 'silent' });
    const hangingUp = new AbortController();
    const sent = send('accept', hangingUp.signal);
    await expect.poll(() => link.harmed).toBe(1);
    hangingUp.abort();
    expect(await sent).toBe('lost');
    link.treat(pass);
    expect(await send()).toBe('understood');
    expect(arrived).toEqual([message]);
  });

  it('that is lossy loses some', async () => {
    link.treat({ kind: 'lossy', share: 0.5 });
    const answers = new Set<string>();
    for (let time = 0; time < 20; time += 1) answers.add(await send());
    expect(answers).toEqual(new Set(['lost', 'understood']));
  });
});
