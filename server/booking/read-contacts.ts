import type { Airline } from '../airline';
import { type AirlineCode, airlineCodes } from '../domain/airline-code';
import { type AirlineFreshness, readFreshness } from '../replication/freshness';

/** How fresh the word of one airline is here; `lastHeardAt` ISO 8601 UTC, null when it was never heard, or is this one. */
export type AirlineContact = AirlineFreshness & { lastHeardAt: string | null };

export type Contacts = Record<AirlineCode, AirlineContact>;

/** For every member: is its data live, of when is the copy, and when did it last answer. */
export async function readContacts(airline: Airline): Promise<Contacts> {
  const freshness = await readFreshness(airline);
  const contactOf = (code: AirlineCode): AirlineContact => {
    const isPeer = airline.peers.codes.includes(code);
    const lastHeardAt = isPeer ? airline.peers.statusOf(code).lastHeardAt : null;
    return { ...freshness[code], lastHeardAt: lastHeardAt?.toISOString() ?? null };
  };
  return Object.fromEntries(airlineCodes.map((code) => [code, contactOf(code)])) as Contacts;
}
