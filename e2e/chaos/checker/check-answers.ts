import { grouped } from '../grouped';
import type { Evidence, Violation } from './evidence';
import type { Heard, Intent } from './history';
import { type Sale, seatKey, seatsOf } from './sales';

/** 3 and 4: what the clients were told is so, was never taken back, and came to an end. */
export function checkAnswers(evidence: Evidence, sales: readonly Sale[]): Violation[] {
  const { history } = evidence;
  const answers = grouped(history.filter(isHeard), ({ intent }) => intent);
  const facts = {
    saleByLocator: new Map(sales.map((sale) => [sale.work.recordLocator, sale])),
    saleById: new Map(sales.map((sale) => [sale.id, sale])),
    idsByKey: grouped(evidence.requests, ({ key }) => key),
  };
  return history.filter(isIntent).flatMap((intent) => {
    const heard = answers.get(intent.intent) ?? [];
    return [...contradictions(intent, heard), ...unended(intent, heard), ...untruths(intent, heard, facts)];
  });
}

const isHeard = (event: { event: string }): event is Heard => event.event === 'answer';
const isIntent = (event: { event: string }): event is Intent => event.event === 'intent';

const named = ({ what, key, site }: Intent) => `${what} ${key} at ${site}`;

/** 4. */
function contradictions(intent: Intent, heard: readonly Heard[]): Violation[] {
  const final = heard.filter(({ status }) => status === 'confirmed' || status === 'refused');
  const told = new Set(final.map(({ status, globalTransactionId }) => `${status} by ${globalTransactionId}`));
  return told.size > 1 ? [{ invariant: 4, what: `${named(intent)} was ${[...told].join(', then ')}` }] : [];
}

/** 3: every "pending" resolves, and whoever was not answered is answered in the end. */
function unended(intent: Intent, heard: readonly Heard[]): Violation[] {
  const ended = heard.some(({ status }) => ['confirmed', 'refused', 'declined'].includes(status));
  const last = heard.at(-1);
  if (ended) return [];
  return [{ invariant: 3, what: `${named(intent)} has no end: ${last?.status} ${last?.reason ?? ''}` }];
}

type Facts = {
  saleByLocator: Map<string, Sale>;
  saleById: Map<string, Sale>;
  idsByKey: Map<string, { id: string }[]>;
};

function untruths(intent: Intent, heard: readonly Heard[], facts: Facts): Violation[] {
  const confirmed = heard.find(({ status }) => status === 'confirmed');
  if (intent.what === 'cancel') return confirmed ? notCancelled(intent, facts) : [];
  if (confirmed) return notSold(intent, confirmed, facts);
  const refused = heard.some(({ status }) => status === 'refused' || status === 'declined');
  return refused ? soldAnyway(intent, facts) : [];
}

function notSold(intent: Intent, { recordLocator }: Heard, { saleByLocator }: Facts): Violation[] {
  const sale = saleByLocator.get(recordLocator ?? '');
  if (!sale)
    return [{ invariant: 3, what: `${named(intent)} was confirmed as ${recordLocator}, and is not sold` }];
  const sold = new Set(seatsOf(sale.work).map((seat) => seatKey(seat.airline, seat)));
  const missing = (intent.seats ?? []).filter((seat) => !sold.has(seatKey(seat.airline, seat)));
  return missing.map(({ legId, seat }) => ({
    invariant: 3,
    what: `${named(intent)} was confirmed as ${recordLocator} without ${legId} ${seat}`,
  }));
}

function soldAnyway(intent: Intent, { idsByKey, saleById }: Facts): Violation[] {
  const sale = idsByKey.get(intent.key)?.find(({ id }) => saleById.has(id));
  return sale ? [{ invariant: 3, what: `${named(intent)} was refused, and ${sale.id} has sold it` }] : [];
}

function notCancelled(intent: Intent, { saleByLocator }: Facts): Violation[] {
  if (saleByLocator.get(intent.recordLocator ?? '')?.isCancelled) return [];
  return [
    {
      invariant: 3,
      what: `${named(intent)} of ${intent.recordLocator} was confirmed, and it is not cancelled`,
    },
  ];
}
