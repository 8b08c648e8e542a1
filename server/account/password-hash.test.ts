import { describe, expect, it } from 'vitest';
import { dummyPasswordHash, hashPassword, isAcceptableHash, verifyPassword } from './password-hash';

describe('a password', () => {
  it("is hashed by argon2id at OWASP's minimum, each time with another salt", async () => {
    const [one, other] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  it('is recognised, and only it', async () => {
    const passwordHash = await hashPassword('coração valente');
    expect(await verifyPassword(passwordHash, 'coração valente')).toBe(true);
    expect(await verifyPassword(passwordHash, 'coracao valente')).toBe(false);
  });

  it('is the same password with composed and with decomposed accents', async () => {
    const passwordHash = await hashPassword('coração valente'.normalize('NFC'));
    expect(await verifyPassword(passwordHash, 'coração valente'.normalize('NFD'))).toBe(true);
  });

  it('costs as much to compare with no account as with one', () => {
    expect(isAcceptableHash(dummyPasswordHash)).toBe(true);
    expect(dummyPasswordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('a hash from a peer', () => {
  const withCost = (cost: string) => `$argon2id$v=19$${cost}$${'A'.repeat(22)}$${'B'.repeat(43)}`;

  it.each(['m=19456,t=2,p=1', 'm=65536,t=3,p=4'])('is taken at cost %s', (cost) => {
    expect(isAcceptableHash(withCost(cost))).toBe(true);
  });

  it.each(['m=8,t=2,p=1', 'm=19456,t=1,p=1', 'm=999999,t=2,p=1', 'm=19456,t=99,p=1', 'm=19456,t=2,p=0'])(
    'is refused at cost %s',
    (cost) => {
      expect(isAcceptableHash(withCost(cost))).toBe(false);
    },
  );

  it('is refused when it is another algorithm or no hash at all', () => {
    expect(isAcceptableHash(dummyPasswordHash.replace('argon2id', 'argon2i'))).toBe(false);
    expect(isAcceptableHash('correct horse')).toBe(false);
  });
});
