'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { useLive } from '@/components/live/live-context';
import type { AirlineCode } from '@/server/domain/airline-code';
import { legIdsOf } from '@/server/domain/itinerary';
import { type ListedLeg, type OfferNow, offerNow } from './offer-now';

/** What the islands of the results say. `seatsLeft[n]` for n seats; `silent` has `{airlines}` where their names stand. */
export type ResultsTexts = {
  seatsLeft: string[];
  silent: string;
  cancelled: string;
  soldOut: string;
  airlineNames: Record<AirlineCode, string>;
};

/** `legs` are those of every itinerary on the page, each once. */
type ResultsContext = { passengers: number; legs: readonly ListedLeg[]; texts: ResultsTexts };

const Context = createContext<ResultsContext | null>(null);

/** What all islands inside need, sent to the browser once. */
export function LiveResults({ children, ...context }: ResultsContext & { children: ReactNode }) {
  return <Context value={context}>{children}</Context>;
}

const list = new Intl.ListFormat('pt-BR');

/** What became of itineraries that are bought together, and the words for it: null while there is nothing to say. */
export function useOffer(itineraryIds: readonly string[]): { offer: OfferNow; sentence: string | null } {
  const live = useLive();
  const context = useContext(Context);
  if (!context) throw new Error('an offer stands inside LiveResults');
  const legIds = itineraryIds.flatMap(legIdsOf);
  const legs = context.legs.filter(({ legId }) => legIds.includes(legId));
  const offer = offerNow(legs, context.passengers, live);
  return { offer, sentence: sentenceOf(offer, context.texts) };
}

function sentenceOf(offer: OfferNow, texts: ResultsTexts): string | null {
  if (offer.kind === 'forSale') return texts.seatsLeft[offer.seatsLeft] ?? null;
  if (offer.kind !== 'silent') return texts[offer.kind];
  const names = offer.airlines.map((code) => texts.airlineNames[code]);
  return texts.silent.replace('{airlines}', list.format(names));
}
