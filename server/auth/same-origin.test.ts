import { describe, expect, it } from 'vitest';
import { isSameOrigin, type RequestOrigin } from './same-origin';

const own: RequestOrigin = {
  method: 'POST',
  origin: 'http://localhost:3002',
  secFetchSite: 'same-origin',
  host: 'localhost:3002',
  siteUrl: 'http://localhost:3002',
};

describe('a request that changes something', () => {
  it.each([
    ["from this site's page", {}],
    ['under another name of this site', { origin: 'http://127.0.0.1:3002', host: '127.0.0.1:3002' }],
    ['behind a proxy that renames the host', { host: 'giro.internal:8080' }],
    ['from a browser without Sec-Fetch-Site', { secFetchSite: null }],
    ['from a program, which sends neither header', { origin: null, secFetchSite: null, host: null }],
    ['from the address bar', { origin: null, secFetchSite: 'none' }],
  ])('%s is taken', (_case, change) => {
    expect(isSameOrigin({ ...own, ...change })).toBe(true);
  });

  it.each([
    [
      "from another airline's page on the same host",
      { origin: 'http://localhost:3001', secFetchSite: 'same-site' },
    ],
    ['the same, from an older browser', { origin: 'http://localhost:3001', secFetchSite: null }],
    ['from a foreign page', { origin: 'https://evil.example', secFetchSite: 'cross-site' }],
    ['from a foreign page that hides its origin', { origin: null, secFetchSite: 'cross-site' }],
    ['from a sandboxed frame', { origin: 'null', secFetchSite: null }],
    ['with an origin that is no URL', { origin: 'localhost:3002/', secFetchSite: null }],
    ['with a header nobody defined', { secFetchSite: 'trust-me' }],
    [
      'from a longer host name that begins alike',
      { origin: 'http://localhost:3002.evil.example', secFetchSite: null },
    ],
  ])('%s is refused', (_case, change) => {
    expect(isSameOrigin({ ...own, ...change })).toBe(false);
  });

  it.each(['GET', 'HEAD', 'OPTIONS'])('is not a %s: that is taken from anywhere', (method) => {
    expect(isSameOrigin({ ...own, method, origin: 'https://evil.example', secFetchSite: 'cross-site' })).toBe(
      true,
    );
  });
});
