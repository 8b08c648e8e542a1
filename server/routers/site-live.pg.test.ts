import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { legs } from '@/db/schema';
import { waitUntil } from '@/scripts/wait-until';
import type { Airline } from '../airline';
import { liveOf } from '../live/live';
import { type Live, startLive } from '../live/start-live';
import { notifyChanges } from '../replication/notify-changes';
import { createTestAlliance, type TestAlliance } from '../testing/alliance';
import { interlineLegs, seedInterlineLegs } from '../testing/catalogue';
import { siteProcedures } from './site';

const deadlineMs = 15_000;
const all = Object.values(interlineLegs);

let alliance: TestAlliance;
let airline: Airline;
let live: Live;

beforeAll(async () => {
  alliance = await createTestAlliance();
  await seedInterlineLegs(alliance);
});
afterAll(() => alliance.close());

// Each story has its own process's memory: what is remembered hangs on the Airline object.
beforeEach(() => {
  airline = { ...alliance.airlines.rumos };
  live = startLive(airline, alliance.databases.rumos.url);
});
afterEach(async () => {
  live.endStreams();
  await live.stop();
});

type Message = { event: string; data: unknown };

/** A reader of event streams that knows only what the standard and tRPC say. */
class Stream {
  readonly messages: Message[] = [];
  hasEnded = false;

  constructor(
    readonly response: Response,
    readonly abort: AbortController,
  ) {
    void this.#read();
  }

  async #read(): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of this.response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split(/\n\n+/);
      text = blocks.pop() ?? '';
      for (const block of blocks) this.#keep(block);
    }
    this.hasEnded = true;
  }

  #keep(block: string): void {
    const field = (name: string) => block.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1];
    const data = field('data');
    this.messages.push({ event: field('event') ?? 'message', data: data ? JSON.parse(data) : null });
  }

  events(): unknown[] {
    return this.messages.filter(({ event }) => event === 'message').map(({ data }) => data);
  }

  legs(): { legId: string; takenSeats: string[] }[] {
    return this.events().filter((event) => (event as { kind: string }).kind === 'leg') as never;
  }
}

async function open(
  legIds: readonly string[],
  { address = '192.0.2.1', method = 'GET' } = {},
): Promise<Stream> {
  const abort = new AbortController();
  const input = encodeURIComponent(JSON.stringify({ legIds }));
  const response = await fetchRequestHandler({
    endpoint: '/api/trpc',
    req: new Request(`http://localhost/api/trpc/live.changes?input=${input}`, {
      method,
      signal: abort.signal,
    }),
    router: siteProcedures,
    createContext: () => ({ airline, session: null, address, sameOrigin: true }),
    allowBatching: false,
  });
  return new Stream(response, abort);
}

async function sell(seats: string[]): Promise<void> {
  await airline.db.transaction(async (tx) => {
    await tx
      .update(legs)
      .set({ takenSeats: seats, seatsLeft: 12 - seats.length })
      .where(eq(legs.legId, interlineLegs.giro));
    await notifyChanges(tx, 'giro', [interlineLegs.giro]);
  });
}

describe('live.changes', () => {
  it('begins with the present state of every leg and airline, as an event stream', async () => {
    const stream = await open([...all, 'rumos:9999:2026-12-22:RBR']);
    await waitUntil(() => stream.events().length === 4, deadlineMs, 5);
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream');
    expect(stream.response.headers.get('cache-control')).toContain('no-transform');
    expect(stream.messages[0]).toEqual({ event: 'connected', data: { reconnectAfterInactivityMs: 35_000 } });
    expect(
      stream
        .legs()
        .map(({ legId }) => legId)
        .toSorted(),
    ).toEqual(all.toSorted());
    expect(stream.events()).toContainEqual(
      expect.objectContaining({
        kind: 'airlines',
        airlines: expect.objectContaining({ giro: expect.anything() }),
      }),
    );
    stream.abort.abort();
  });

  it('tells of a sale when its notice comes, with the whole state of the leg', async () => {
    const stream = await open(all);
    await waitUntil(() => stream.legs().length === 3, deadlineMs, 5);
    await sell(['2C', '2D']);
    await waitUntil(() => stream.legs().length === 4, deadlineMs, 5);
    expect(stream.legs().at(-1)).toMatchObject({
      legId: interlineLegs.giro,
      takenSeats: ['2C', '2D'],
      heldSeats: [],
      seatsLeft: 10,
      status: 'scheduled',
    });
    stream.abort.abort();
  });

  it('misses nothing that was said while PostgreSQL had lost us', async () => {
    const stream = await open([interlineLegs.giro]);
    await waitUntil(() => stream.legs().length === 1, deadlineMs, 5);
    const { sql } = alliance.databases.rumos;
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'passcom listen'`;
    await sell(['1A']);
    await waitUntil(() => stream.legs().length === 2, deadlineMs, 5);
    expect(stream.legs().at(-1)).toMatchObject({ takenSeats: ['1A'] });
    stream.abort.abort();
  });

  it('says at once that an airline has fallen silent', async () => {
    const stream = await open([]);
    await waitUntil(() => stream.events().length === 1, deadlineMs, 5);
    alliance.offline.add('boreal');
    await waitUntil(() => stream.events().length === 2, deadlineMs, 5);
    alliance.offline.clear();
    expect(stream.events().at(-1)).toMatchObject({ airlines: { boreal: { state: 'offline' } } });
    stream.abort.abort();
  });

  it('forgets a reader that has gone', async () => {
    const stream = await open(all);
    await waitUntil(() => stream.legs().length === 3, deadlineMs, 5);
    expect(liveOf(airline).feed.readers).toBe(1);
    await stream.response.body?.cancel().catch(() => undefined);
    stream.abort.abort();
    expect(await waitUntil(() => liveOf(airline).feed.readers === 0, deadlineMs, 5)).toBe(true);
  });

  it('ends every stream when the airline stops, so that its reader comes back, and lets none begin', async () => {
    const stream = await open(all);
    await waitUntil(() => stream.legs().length === 3, deadlineMs, 5);
    live.endStreams();
    expect(await waitUntil(() => stream.hasEnded, deadlineMs, 5)).toBe(true);
    expect(stream.messages.map(({ event }) => event)).not.toContain('return');
    const late = await open(all);
    await waitUntil(() => late.hasEnded, deadlineMs, 5);
    expect(late.messages.at(-1)).toMatchObject({
      event: 'serialized-error',
      data: { data: { code: 'SERVICE_UNAVAILABLE', passcom: { code: 'OVERLOADED' } } },
    });
  });

  it('refuses more streams of one address than its share', async () => {
    const streams = await Promise.all(Array.from({ length: 30 }, () => open([])));
    const refused = await open([]);
    const elsewhere = await open([], { address: '192.0.2.2' });
    await waitUntil(() => refused.hasEnded && elsewhere.events().length > 0, deadlineMs, 5);
    expect(refused.messages.at(-1)).toMatchObject({
      event: 'serialized-error',
      data: { data: { code: 'TOO_MANY_REQUESTS', passcom: { code: 'RATE_LIMITED', retryAfterSeconds: 30 } } },
    });
    for (const stream of [...streams, elsewhere]) stream.abort.abort();
    expect(await waitUntil(() => liveOf(airline).feed.readers === 0, deadlineMs, 5)).toBe(true);
    const again = await open([]);
    expect(await waitUntil(() => again.events().length === 1, deadlineMs, 5)).toBe(true);
    again.abort.abort();
  });

  it.each([
    ['more legs than a page shows', Array.from({ length: 201 }, () => interlineLegs.giro)],
    ['what is no leg', ['giro']],
  ])('refuses %s', async (_, legIds) => {
    const stream = await open(legIds);
    await waitUntil(() => stream.hasEnded, deadlineMs, 5);
    expect(stream.messages.at(-1)).toMatchObject({
      event: 'serialized-error',
      data: { data: { code: 'BAD_REQUEST', passcom: { code: 'INPUT_INVALID' } } },
    });
  });

  it('is read with GET only', async () => {
    const stream = await open([], { method: 'POST' });
    await waitUntil(() => stream.hasEnded, deadlineMs, 5);
    expect(JSON.stringify(stream.messages)).not.toContain('"kind"');
    expect(liveOf(airline).feed.readers).toBe(0);
  });
});
