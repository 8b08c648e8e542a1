import { cache } from 'react';
import type { SearchRequest } from '@/components/search/search-request';
import type { Airline } from '@/server/airline';
import { isRefusal } from '@/server/errors';
import { getItinerary } from '@/server/search/get-itinerary';
import type { ItineraryView } from '@/server/search/search-itineraries';
import { type OutboundProblem, outboundProblemOf, problemOfRefusal } from './outbound-problem';
import type { Step } from './step';

/** The step, and why the way there that the address names is no longer the traveller's choice. */
export type FoundStep = { step: Step; outboundProblem: OutboundProblem | null };

/** Which step of a trip an address stands for. An unusable way there refuses nothing: the list of them is shown again. */
export async function findStep(airline: Airline, request: SearchRequest): Promise<FoundStep> {
  if (request.returnDate === null) return { step: { kind: 'only' }, outboundProblem: null };
  if (request.outbound === null) return { step: { kind: 'outbound' }, outboundProblem: null };
  const found = await findItinerary(airline, request.outbound, request.passengers);
  const outboundProblem = 'problem' in found ? found.problem : outboundProblemOf(found.itinerary, request);
  if ('problem' in found || outboundProblem) return { step: { kind: 'outbound' }, outboundProblem };
  return { step: { kind: 'return', outbound: found.itinerary }, outboundProblem: null };
}

type Found = { itinerary: ItineraryView } | { problem: OutboundProblem };

/** Once per request, because the page and its title both ask. */
const findItinerary = cache(async (airline: Airline, id: string, passengers: number): Promise<Found> => {
  try {
    return { itinerary: await getItinerary(airline, { id, passengers }) };
  } catch (error) {
    if (isRefusal(error)) return { problem: problemOfRefusal(error.code) };
    throw error;
  }
});
