import { getAirline, getStatus } from '@/server/boot';
import { canSell, health } from '@/server/health';
import { version } from '@/server/version';

export const dynamic = 'force-dynamic';

/** 200 when this airline can sell its own seats, else 503. */
export async function GET(): Promise<Response> {
  const status = getStatus();
  if (status === 'starting') return Response.json({ status, version }, { status: 503 });
  const answer = await health(getAirline(), { status, version });
  return Response.json(answer, {
    status: canSell(answer) ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
