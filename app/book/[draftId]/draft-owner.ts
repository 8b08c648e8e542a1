import { getSession } from '@/server/auth/session';
import { readVisitorId } from '@/server/auth/visitor';
import type { DraftOwner } from '@/server/booking/draft-access';

/** Whose drafts this request may touch: those of its browser and those of who is signed in. */
export async function readDraftOwner(): Promise<DraftOwner> {
  const [session, visitorId] = await Promise.all([getSession(), readVisitorId()]);
  return { visitorId, customerId: session?.customerId ?? null };
}
