import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { callPeer, keyIdOf, type PeerCall } from './api/peer-caller';
import { seatStates } from './api/purchases';
import { SiteClient } from './api/site-client';
import { findOwnTrip, orderFor, travelDateOf } from './api/trips';

const date = travelDateOf('untrusted-peer');

/** Says of itself that it needs no signature. */
const unsignedToken = (kid: string) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: 'giro', aud: 'rumos', iat: Math.floor(Date.now() / 1_000) };
  return `Bearer ${part({ alg: 'none', kid, typ: 'passcom-request+jwt' })}.${part(claims)}.`;
};

const strangersKey = () => generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });

const untrusted: Record<string, () => Partial<PeerCall>> = {
  'without a signature': () => ({ authorization: null }),
  'with an unreadable signature': () => ({ authorization: 'Bearer not.a.token' }),
  'with a token that says it needs no signature': () => ({ authorization: unsignedToken(keyIdOf('giro')) }),
  "signed with a stranger's key under an airline's name": () => ({ spoilt: { key: strangersKey() } }),
  'signed for another airline': () => ({ spoilt: { audience: 'boreal' } }),
  'signed for another body': () => ({ spoilt: { body: '{}' } }),
  'signed for another procedure': () => ({ spoilt: { path: '/peer.hello' } }),
  'signed two minutes ago': () => ({ spoilt: { issuedSecondsAgo: 120 } }),
  'signed by the airline itself': () => ({ from: 'rumos' }),
};

/** A hold of a free seat at Rumos, as Giro would ask for it. */
async function holdOfFreeSeat() {
  const client = new SiteClient('rumos');
  const order = await orderFor(client, await findOwnTrip(client, 'rumos', date));
  const input = { ...order.legs[0], bookingDraftId: randomUUID(), customerId: null };
  const call: PeerCall = { from: 'giro', to: 'rumos', procedure: 'peer.hold', input };
  return { call, seatState: async () => Object.values(await seatStates(client, order))[0] };
}

test('a call that is signed as it should be is answered', async () => {
  const { call, seatState } = await holdOfFreeSeat();
  expect((await callPeer(call)).status).toBe(200);
  expect(await seatState()).toBe('held');
});

for (const [how, spoil] of Object.entries(untrusted)) {
  test(`a call ${how} is refused and changes nothing`, async () => {
    const { call, seatState } = await holdOfFreeSeat();
    const answer = await callPeer({ ...call, ...spoil() });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      error: { data: { code: 'UNAUTHORIZED', passcom: { code: 'PEER_UNTRUSTED' } } },
    });
    expect(await seatState()).toBe('free');
  });
}
