import { randomUUID } from 'node:crypto';
import { waitUntil } from '@/scripts/wait-until';
import { type AirlineCode, airlines } from '../api/airlines';
import { newAccount, register } from '../api/customers';
import { SiteClient } from '../api/site-client';
import type { PurchaseResult } from '../api/wire';
import type { Attempt, Contest, Prize } from './contest';

/** Customers of one site, several so that they do not all write one customer's row. */
export type Crowd = Record<AirlineCode, SiteClient[]>;

const customersPerSite = 5;

/** Longer than a site lets the last of a rush wait. */
const answerDeadlineMs = 120_000;

/** By then every pending purchase is decided. */
const decisionDeadlineMs = 30_000;

/** Opens accounts at each site. `sites`: airline → URL without a slash at the end. */
export async function gatherCrowd(sites: Record<AirlineCode, string>): Promise<Crowd> {
  const crowd: Partial<Crowd> = {};
  for (const site of airlines)
    crowd[site] = await Promise.all(
      Array.from({ length: customersPerSite }, () =>
        register(site, newAccount(), new SiteClient(site, sites[site])),
      ),
    );
  return crowd as Crowd;
}

/** All buyers of a contest at the same moment; resolves when the last has been told. */
export function race(crowd: Crowd, { prizes, buyersPerSite }: Contest): Promise<Attempt[]> {
  const attempts = prizes.flatMap((prize, index) =>
    airlines.flatMap((site) =>
      Array.from({ length: buyersPerSite }, (_, rival) => {
        const clients = crowd[site];
        const client = clients[(index + rival) % clients.length];
        if (!client) throw new Error(`nobody buys at ${site}`);
        return () => attempt(client, prize);
      }),
    ),
  );
  return Promise.all(attempts.map((begin) => begin()));
}

/** One buyer, as patient and as polite as a real program: asks again when told to, and asks what became of it. */
async function attempt(client: SiteClient, prize: Prize): Promise<Attempt> {
  const idempotencyKey = randomUUID();
  const statuses: number[] = [];
  const startedAt = performance.now();
  const told = (rest: Pick<Attempt, 'outcome' | 'refusal' | 'recordLocator'>): Attempt => ({
    prize,
    site: client.airline,
    idempotencyKey,
    statuses,
    seconds: (performance.now() - startedAt) / 1_000,
    ...rest,
  });
  try {
    const answer = await purchase(client, { ...prize, idempotencyKey }, statuses);
    if ('code' in answer) return told({ outcome: 'refused', refusal: answer, recordLocator: null });
    const { status, refusal, booking } = await decided(client, idempotencyKey, answer);
    return told({
      outcome: status,
      refusal: refusal ?? null,
      recordLocator: booking?.recordLocator ?? null,
    });
  } catch (error) {
    return told({ outcome: 'no answer', refusal: { code: reasonOf(error) }, recordLocator: null });
  }
}

/** `TypeError: fetch failed` says nothing; what lies under it does. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
  return cause?.code ?? String(error);
}

async function purchase(
  client: SiteClient,
  order: Prize & { idempotencyKey: string },
  statuses: number[],
): Promise<PurchaseResult | { code: string }> {
  for (;;) {
    const response = await client.send('/api/trpc/booking.purchase', {
      method: 'POST',
      body: JSON.stringify(order),
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(answerDeadlineMs),
    });
    const answer = await client.read<PurchaseResult>(response);
    statuses.push(answer.status);
    if (answer.data) return answer.data;
    const retryAfter = Number(response.headers.get('retry-after'));
    if (answer.status !== 503 || !retryAfter)
      return { code: answer.refusal?.code ?? `status ${answer.status}` };
    await new Promise((resolve) => setTimeout(resolve, retryAfter * 1_000));
  }
}

async function decided(
  client: SiteClient,
  idempotencyKey: string,
  first: PurchaseResult,
): Promise<PurchaseResult> {
  let result = first;
  const isDecided = async () => {
    if (result.status === 'pending') result = await client.ask('booking.outcome', { idempotencyKey });
    return result.status !== 'pending';
  };
  await waitUntil(isDecided, decisionDeadlineMs, 500);
  return result;
}
