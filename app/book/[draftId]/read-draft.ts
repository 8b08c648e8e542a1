import { notFound } from 'next/navigation';
import { cache } from 'react';
import { getDraft } from '@/server/booking/get-draft';
import { getAirline } from '@/server/boot';
import { isRefusal } from '@/server/errors';
import { readDraftOwner } from './draft-owner';

/** The draft of this page, once per request. Somebody else's, or none: the page does not exist. */
export const readDraft = cache(async (draftId: string) => {
  try {
    return await getDraft(getAirline(), { draftId, owner: await readDraftOwner() });
  } catch (error) {
    if (isRefusal(error) && error.code === 'DRAFT_UNKNOWN') notFound();
    throw error;
  }
});
