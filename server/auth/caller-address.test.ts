import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { callerAddress } from './caller-address';
import { stampCallerAddress } from './stamp-caller-address';

describe("the caller's address", () => {
  it.each([
    ['203.0.113.7', 0, '203.0.113.7'],
    ['::ffff:203.0.113.7', 0, '203.0.113.7'],
    ['6.6.6.6, 203.0.113.7', 0, '203.0.113.7'],
    ['6.6.6.6, 203.0.113.7, 10.0.0.2', 1, '203.0.113.7'],
    ['203.0.113.7', 1, '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', 0, '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', 0, '2001:db8:1:2::/64'],
    ['2001:0DB8::1', 0, '2001:db8:0:0::/64'],
    ['::1', 0, '0:0:0:0::/64'],
    ['fe80::1%eth0', 0, 'fe80:0:0:0::/64'],
  ])('of %s behind %i proxies is %s', (forwardedFor, trustedProxies, address) => {
    expect(callerAddress(forwardedFor, trustedProxies)).toBe(address);
  });

  it.each([null, '', 'unknown', '203.0.113.7, <script>', '203.0.113.7:443'])(
    'of %j cannot be told',
    (text) => {
      expect(callerAddress(text)).toBe('unknown');
    },
  );

  it('is the real one, whatever a client writes into its header', async () => {
    stampCallerAddress();
    const server = createServer((request: IncomingMessage, response) => {
      response.end(callerAddress(String(request.headers['x-forwarded-for'])));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const answers = ['', '6.6.6.6', '6.6.6.6, 7.7.7.7'].map(async (claimed) => {
      const headers: Record<string, string> = claimed ? { 'x-forwarded-for': claimed } : {};
      return (await fetch(`http://127.0.0.1:${port}`, { headers })).text();
    });
    expect(await Promise.all(answers)).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1']);
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
});
