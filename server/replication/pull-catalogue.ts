import { eq } from 'drizzle-orm';
import { catalogues } from '@/db/schema';
import type { Airline } from '../airline';
import type { AirlineCode } from '../domain/airline-code';
import { applyPage } from './apply-page';
import { catalogueChanges, maxLegsPerPage } from './catalogue-messages';
import { faultOfPage } from './check-page';

/** A page of 0.5 MB over a slow line; longer means that something else is wrong. */
const pageTimeoutMs = 10_000;

/** `caughtUp`: the copy holds every change that the peer had when it was last asked. */
export type PulledCatalogue = { applied: number; caughtUp: boolean };

/**
 * Brings the copy of a peer's catalogue up to date, page by page. Ends early, between two pages, when `signal` aborts or
 * another process is pulling the same catalogue. Throws `PeerUnreachable`, the peer's `Refusal`, or an Error that names
 * what is wrong with a page; such a page changes nothing.
 */
export async function pullCatalogue(
  airline: Airline,
  peer: AirlineCode,
  { signal }: { signal?: AbortSignal } = {},
): Promise<PulledCatalogue> {
  let applied = 0;
  let after = await readCursor(airline, peer);
  let isFresh = false;
  while (!signal?.aborted) {
    const askedAt = airline.clock.now();
    const page = await airline.peers.call(
      peer,
      catalogueChanges,
      { after, limit: maxLegsPerPage },
      { timeoutMs: pageTimeoutMs },
    );
    if (page.latest < after) {
      airline.log('warn', 'a peer began its catalogue anew', { peer, had: after, has: page.latest });
      after = 0;
      isFresh = true;
      continue;
    }
    const fault = faultOfPage(peer, after, page);
    if (fault) throw new Error(`page of the catalogue of ${peer} refused: ${fault}`);
    if (!(await applyPage(airline, { origin: peer, after, page, askedAt, isFresh }))) break;
    applied += page.legs.length;
    if (page.next === page.latest) return { applied, caughtUp: true };
    after = page.next;
    isFresh = false;
  }
  return { applied, caughtUp: false };
}

async function readCursor(airline: Airline, peer: AirlineCode): Promise<number> {
  const [row] = await airline.db
    .select({ changeSeq: catalogues.changeSeq })
    .from(catalogues)
    .where(eq(catalogues.airline, peer));
  return row?.changeSeq ?? 0;
}
