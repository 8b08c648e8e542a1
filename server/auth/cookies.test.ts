import { describe, expect, it } from 'vitest';
import { airlineCodes } from '@/server/domain/airline-code';
import { callbackUrlCookie, csrfCookie, sessionCookie, visitorCookie } from './cookies';

const kinds = [sessionCookie, visitorCookie, csrfCookie, callbackUrlCookie];

describe('a cookie', () => {
  it('has a name of its own at each airline, because cookies ignore ports', () => {
    const names = airlineCodes.flatMap((code) => kinds.map((kind) => kind({ code, secure: false }).name));
    expect(new Set(names).size).toBe(12);
    expect(names).toContain('passcom-giro.session');
  });

  it('is out of reach of scripts and of other sites’ posts', () => {
    for (const kind of kinds) {
      expect(kind({ code: 'giro', secure: false }).options).toEqual({
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        secure: false,
      });
    }
  });

  it('is bound to its host under https', () => {
    const { name, options } = sessionCookie({ code: 'giro', secure: true });
    expect([name, options.secure, options.path]).toEqual(['__Host-passcom-giro.session', true, '/']);
  });
});
