import { hash, verify } from '@node-rs/argon2';

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane; about 12 ms of one core for each guess. */
const argon2Cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Composed and decomposed accents are one password, whichever keyboard typed it. */
const normalised = (password: string) => password.normalize('NFKC');

/** Hash of a password nobody knows: verified against when there is no account, so that the answer takes as long. */
export const dummyPasswordHash =
  '$argon2id$v=19$m=19456,t=2,p=1$0as8itge0+ZjH51R+i1fUg$TY6X4ZfxqbKyM/qzuZ9KyowJtCWIxKQmHVy3PwY/S3k';

/** argon2id as a PHC string with its own random salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), argon2Cost);
}

export type VerifyPassword = (passwordHash: string, password: string) => Promise<boolean>;

/** True when the password made this PHC string. */
export const verifyPassword: VerifyPassword = (passwordHash, password) =>
  verify(passwordHash, normalised(password));

const phcPattern =
  /^\$argon2id\$v=19\$m=(\d{1,6}),t=(\d{1,2}),p=(\d{1,2})\$[A-Za-z0-9+/]{16,}\$[A-Za-z0-9+/]{32,}$/;

/**
 * True for a hash that may come from a peer: argon2id, not cheaper than our own and at most a few times dearer, so that
 * a copy neither weakens an account nor makes one sign-in take all our memory.
 */
export function isAcceptableHash(passwordHash: string): boolean {
  const match = phcPattern.exec(passwordHash);
  if (!match) return false;
  const [memoryCost = 0, timeCost = 0, parallelism = 0] = match.slice(1).map(Number);
  const strongEnough =
    memoryCost >= argon2Cost.memoryCost && timeCost >= argon2Cost.timeCost && parallelism >= 1;
  return strongEnough && memoryCost <= 65_536 && timeCost <= 5 && parallelism <= 4;
}
