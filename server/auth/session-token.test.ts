import { encode } from 'next-auth/jwt';
import { describe, expect, it } from 'vitest';
import type { Airline } from '@/server/airline';
import type { AirlineCode } from '@/server/domain/airline-code';
import type { AuthSite } from './auth-site';
import { claimsOf, decodeSessionToken, encodeSessionToken } from './session-token';

/** A token needs only the airline's code. */
function siteOf(code: AirlineCode, secret = 'g'.repeat(32)): AuthSite {
  return { airline: { code } as Airline, secret, secure: false, trustedProxies: 0 };
}

const giro = siteOf('giro');
const ana = {
  customerId: '0b9d2c1e-58a8-4ef3-9d44-1f8f2a3b4c5d',
  name: 'Ana',
  email: 'ana@example.com',
  credentialEpoch: 3,
  credentialMark: 'aZ09-_aZ09-_aZ09',
};

describe('a session token', () => {
  it('says who signed in, to the airline that issued it', async () => {
    const token = await encodeSessionToken(giro, ana);
    expect(await decodeSessionToken(giro, token)).toEqual(claimsOf(giro, ana));
    expect(token).not.toContain(Buffer.from('ana@example.com').toString('base64url'));
  });

  it('fits into one cookie, also with the longest name and e-mail', async () => {
    const long = { ...ana, name: '王'.repeat(100), email: `${'a'.repeat(242)}@example.com` };
    expect((await encodeSessionToken(giro, long)).length).toBeLessThan(3_500);
  });

  it('of an airline with another secret is nobody', async () => {
    const token = await encodeSessionToken(siteOf('rumos', 'r'.repeat(32)), ana);
    expect(await decodeSessionToken(giro, token)).toBeNull();
  });

  it('of another airline is nobody even under the same secret', async () => {
    const token = await encodeSessionToken(siteOf('rumos'), ana);
    expect(await decodeSessionToken(giro, token)).toBeNull();
  });

  it('that has run out is nobody', async () => {
    const token = await encode({ token: claimsOf(giro, ana), secret: giro.secret, maxAge: -60 });
    expect(await decodeSessionToken(giro, token)).toBeNull();
  });

  it('that was tampered with is nobody', async () => {
    const token = await encodeSessionToken(giro, ana);
    const middle = Math.floor(token.length * 0.6);
    const flipped = token[middle] === 'A' ? 'B' : 'A';
    expect(
      await decodeSessionToken(giro, token.slice(0, middle) + flipped + token.slice(middle + 1)),
    ).toBeNull();
  });

  it.each([undefined, '', 'forged', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.'])('%j is nobody', async (token) => {
    expect(await decodeSessionToken(giro, token)).toBeNull();
  });

  it('without the claims of a customer is nobody', async () => {
    const token = await encode({ token: { sub: ana.customerId, airline: 'giro' }, secret: giro.secret });
    expect(await decodeSessionToken(giro, token)).toBeNull();
  });
});
