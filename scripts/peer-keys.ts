import { generatePeerKey, writePrivateKey } from '@/server/peers/keys';

/**
 * `npx tsx scripts/peer-keys.ts FILE` makes an airline's signing key: the private half goes to FILE (mode 0600, never
 * overwritten), the public half to stdout as the entry that every member adds to its alliance file.
 */
const [file] = process.argv.slice(2);

if (!file) {
  console.error('usage: npx tsx scripts/peer-keys.ts FILE');
  process.exit(1);
}

try {
  const key = generatePeerKey();
  writePrivateKey(file, key);
  console.log(JSON.stringify({ kid: key.kid, jwk: key.publicJwk }, null, 2));
} catch (cause) {
  console.error(`no key was written: ${cause instanceof Error ? cause.message : cause}`);
  process.exit(1);
}
