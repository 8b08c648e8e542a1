import { TRPCClientError } from '@trpc/client';
import type { SeatAnswer, SeatService } from '@/components/seat-map/seat-service';
import type { WireRefusal } from '@/server/trpc';
import { siteClient } from './client';

/** What `trpc.ts` puts beside every refusal; nothing for a fault or when there was no answer. */
function wireRefusalOf(data: unknown): WireRefusal | null {
  return typeof data === 'object' && data !== null && 'passcom' in data
    ? (data.passcom as WireRefusal)
    : null;
}

async function answered<Value>(call: Promise<Value>): Promise<SeatAnswer<Value>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    if (!(error instanceof TRPCClientError)) throw error;
    const refusal = wireRefusalOf(error.data);
    if (!refusal) return { ok: false, refusal: { code: 'NO_ANSWER', sentence: '' } };
    const { code, airline, seat } = refusal;
    return { ok: false, refusal: { code, sentence: error.message, airline, seat } };
  }
}

/** The seat requests of one draft, over this site's tRPC. */
export function seatServiceOf(bookingDraftId: string): SeatService {
  const { seatMap, hold, releaseHold, extendHold } = siteClient.inventory;
  return {
    readMap: (legId) => answered(seatMap.query({ legId, bookingDraftId })),
    hold: (legId, seats) => answered(hold.mutate({ legId, seats, bookingDraftId })),
    release: (legId, seats) => answered(releaseHold.mutate({ legId, seats, bookingDraftId })),
    extend: (legId) => answered(extendHold.mutate({ legId, bookingDraftId })),
  };
}
