import { cache } from 'react';
import { type Draft, getDraft } from '@/server/booking/get-draft';
import { getAirline } from '@/server/boot';
import { isRefusal } from '@/server/errors';
import { readDraftOwner } from './draft-owner';

/** The draft of this page, once per request; null when it is somebody else's, or none. */
export const readDraft = cache(async (draftId: string): Promise<Draft | null> => {
  try {
    return await getDraft(getAirline(), { draftId, owner: await readDraftOwner() });
  } catch (error) {
    if (isRefusal(error) && error.code === 'DRAFT_UNKNOWN') return null;
    throw error;
  }
});
