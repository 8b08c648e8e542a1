import { cache } from 'react';
import type { SearchRequest } from '@/components/search/search-request';
import type { Airline } from '@/server/airline';
import { isRefusal } from '@/server/errors';
import { getItinerary } from '@/server/search/get-itinerary';
import type { ItineraryView } from '@/server/search/search-itineraries';
import { type OutboundProblem, outboundProblem, problemOfRefusal } from './outbound-problem';
import type { Step } from './step';

/** The step, and why the way there that the address names is no longer the traveller's choice. */
export type FoundStep = { step: Step; problem: OutboundProblem | null };

/** Which step of a trip an address stands for. An unusable way there refuses nothing: the list of them is shown again. */
export async function findStep(airline: Airline, request: SearchRequest): Promise<FoundStep> {
  if (request.returnDate === null) return { step: { kind: 'only' }, problem: null };
  if (request.outbound === null) return { step: { kind: 'outbound' }, problem: null };
  const outbound = await findItinerary(airline, request.outbound, request.passengers);
  const problem = typeof outbound === 'string' ? outbound : outboundProblem(outbound, request);
  if (typeof outbound === 'string' || problem) return { step: { kind: 'outbound' }, problem };
  return { step: { kind: 'return', outbound }, problem: null };
}

/** Once per request, because the page and its title both ask. */
const findItinerary = cache(
  async (airline: Airline, id: string, passengers: number): Promise<ItineraryView | OutboundProblem> => {
    try {
      return await getItinerary(airline, { id, passengers });
    } catch (error) {
      if (isRefusal(error)) return problemOfRefusal(error.code);
      throw error;
    }
  },
);
