import { z } from 'zod';
import { maxLegsPerBooking } from '@/server/booking/content';
import { legIdsOf } from '@/server/domain/itinerary';
import { type LegId, legIdSchema } from '@/server/domain/leg';
import { maxPassengersPerBooking } from '@/server/domain/passenger';
import type { RefusalCode } from '@/server/errors';

/** What was chosen on the results page: every leg of the trip in order, for so many. */
export type Choice =
  | { ok: true; legIds: LegId[]; passengerCount: number }
  | { ok: false; refused: RefusalCode };

const choiceSchema = z.object({
  legIds: z.array(legIdSchema).min(1).max(maxLegsPerBooking),
  passengerCount: z.coerce.number().int().min(1).max(maxPassengersPerBooking),
});

/**
 * Reads the form of the list: `itinerary` is the id of what was chosen, `outbound` that of the way there when it is the
 * way back, `passengers` their number. No leg can be flown twice.
 */
export function readChoice(form: FormData): Choice {
  const itineraryIds = [form.get('outbound'), form.get('itinerary')].filter((id) => id !== null);
  const parsed = choiceSchema.safeParse({
    legIds: itineraryIds.flatMap((id) => legIdsOf(String(id))),
    passengerCount: form.get('passengers'),
  });
  if (!parsed.success) return { ok: false, refused: 'INPUT_INVALID' };
  const { legIds } = parsed.data;
  if (new Set(legIds).size < legIds.length) return { ok: false, refused: 'ITINERARY_IMPOSSIBLE' };
  return { ok: true, ...parsed.data };
}
