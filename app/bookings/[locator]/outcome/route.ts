import { z } from 'zod';
import { getSession } from '@/server/auth/session';
import { purchaseOutcome } from '@/server/booking/purchase-outcome';
import { transactionView } from '@/server/booking/transaction-view';
import { getAirline } from '@/server/boot';
import { isRefusal } from '@/server/errors';

const keySchema = z.uuid();

/** How the cancellation with idempotency key `?key=` stands: a `TransactionView`, null before there is one. */
export async function GET(request: Request): Promise<Response> {
  const session = await getSession();
  const key = keySchema.safeParse(new URL(request.url).searchParams.get('key'));
  if (!session || !key.success) return Response.json(null, { status: 404 });
  try {
    const result = await purchaseOutcome(getAirline(), {
      customerId: session.customerId,
      idempotencyKey: key.data,
    });
    return Response.json(transactionView(result), { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    if (isRefusal(error) && error.code === 'PURCHASE_UNKNOWN') return Response.json(null);
    throw error;
  }
}
