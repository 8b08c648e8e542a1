import { draftOutcome } from '@/server/booking/purchase-draft';
import { transactionView } from '@/server/booking/transaction-view';
import { getAirline } from '@/server/boot';
import { isRefusal } from '@/server/errors';
import { readDraftOwner } from '../draft-owner';

/** How this draft's purchase stands, for the transaction on screen: a `TransactionView`, null before there is one. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ draftId: string }> },
): Promise<Response> {
  const { draftId } = await params;
  try {
    const result = await draftOutcome(getAirline(), { draftId, owner: await readDraftOwner() });
    return Response.json(result && transactionView(result), { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return Response.json(null, { status: 404 });
  }
}
