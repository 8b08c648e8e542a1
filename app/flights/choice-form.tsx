import type { ReactNode } from 'react';
import { searchQueryString } from '@/components/search/flights-href';
import type { SearchRequest } from '@/components/search/search-request';
import { startDraftAction } from './actions';
import type { Step } from './step';

type ChoiceFormProps = { request: SearchRequest; step: Step; children: ReactNode };

/**
 * One form around the whole list: the button that is pressed says which itinerary. The way there of a return trip is
 * chosen by links and needs none.
 */
export function ChoiceForm({ request, step, children }: ChoiceFormProps) {
  if (step.kind === 'outbound') return children;
  return (
    <form action={startDraftAction}>
      <input type="hidden" name="passengers" value={request.passengers} />
      <input type="hidden" name="search" value={searchQueryString(request)} />
      {step.kind === 'return' && <input type="hidden" name="outbound" value={step.outbound.id} />}
      {children}
    </form>
  );
}
