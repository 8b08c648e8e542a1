import { LivePage } from '@/app/_trpc/live-page';
import { AirlineStates } from '@/components/search/airline-states';
import type { Draft } from '@/server/booking/get-draft';
import { getAirline } from '@/server/boot';
import { inCanonicalOrder } from '@/server/domain/airline-code';
import { readFreshness } from '@/server/replication/freshness';

/** Which airlines the trip needs, and how old what this page says of them is. */
export async function TripAirlines({ draft }: { draft: Draft }) {
  const airlines = await readFreshness(getAirline());
  return (
    <LivePage legIds={[]}>
      <AirlineStates airlines={airlines} shown={inCanonicalOrder(draft.legs.map(({ airline }) => airline))} />
    </LivePage>
  );
}
