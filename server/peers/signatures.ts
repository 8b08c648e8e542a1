import { sign, verify } from 'node:crypto';
import type { AirlineCode } from '@/server/domain/airline-code';
import type { Alliance } from './alliance';
import type { PeerKey } from './keys';

/** A statement's signature in base64url, and which of its author's keys made it. */
export type Signature = { kid: string; signature: string };

/** Signs what this airline says for longer than one request, and checks what others have said, whoever passes it on. */
export type Signatures = {
  sign(text: string): Signature;
  /** Did `author` sign exactly this text, with a key that was valid at `at`? */
  isSignedBy(author: AirlineCode, text: string, signed: Signature & { at: Date }): boolean;
};

/** Ed25519 with the keys of the alliance file. A text must say what it is for, or it could pass for another statement. */
export function createSignatures(key: PeerKey, alliance: Alliance): Signatures {
  return {
    sign: (text) => ({
      kid: key.kid,
      signature: sign(null, Buffer.from(text), key.privateKey).toString('base64url'),
    }),
    isSignedBy(author, text, { kid, signature, at }) {
      const member = alliance.members.find(({ code }) => code === author);
      const pinned = member?.publicKeys.find((candidate) => candidate.kid === kid);
      if (!pinned) return false;
      if ((pinned.notBefore && at < pinned.notBefore) || (pinned.notAfter && at > pinned.notAfter))
        return false;
      return verify(null, Buffer.from(text), pinned.publicKey, Buffer.from(signature, 'base64url'));
    },
  };
}
