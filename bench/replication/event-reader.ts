import { waitUntil } from '@/scripts/wait-until';

/** What an open page is told of a leg, as far as it is needed here. */
type LegEvent = { kind: 'leg'; legId: string; takenSeats: string[] };

/** One open page at one site. */
export type EventReader = {
  /** When (`performance.now()`) this reader was first told that the seat is taken; null while it was not. */
  heardAt(legId: string, seat: string): number | null;
  close(): void;
};

const connectedMs = 20_000;

/** Opens the stream that seat maps and results listen to, for these legs. Returns when the first states have come. */
export async function openEventReader(siteUrl: string, legIds: readonly string[]): Promise<EventReader> {
  const input = encodeURIComponent(JSON.stringify({ legIds }));
  const ending = new AbortController();
  const response = await fetch(`${siteUrl}/api/trpc/live.changes?input=${input}`, {
    headers: { accept: 'text/event-stream' },
    signal: ending.signal,
  });
  if (!response.ok || !response.body)
    throw new Error(`no stream: ${response.status} ${await response.text()}`);
  const heard = new Map<string, number>();
  const known = new Set<string>();
  const note = (event: LegEvent) => {
    const now = performance.now();
    known.add(event.legId);
    for (const seat of event.takenSeats) {
      const key = `${event.legId} ${seat}`;
      if (!heard.has(key)) heard.set(key, now);
    }
  };
  const reading = readEvents(response.body, note).catch((error: Error) => {
    if (!ending.signal.aborted) throw error;
  });
  await Promise.race([waitUntil(() => known.size >= legIds.length, connectedMs, 20), reading]);
  if (known.size < legIds.length)
    throw new Error(`${siteUrl} told of ${known.size} of ${legIds.length} legs`);
  return {
    heardAt: (legId, seat) => heard.get(`${legId} ${seat}`) ?? null,
    close: () => ending.abort(),
  };
}

/** Server-sent events, as far as tRPC writes them: a line `data: {…}` each. */
async function readEvents(body: ReadableStream<Uint8Array>, note: (event: LegEvent) => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const event = line.startsWith('data: ') ? legEventOf(line.slice('data: '.length)) : null;
      if (event) note(event);
    }
  }
}

function legEventOf(text: string): LegEvent | null {
  const data = text ? (JSON.parse(text) as Partial<LegEvent> | null) : null;
  return data?.kind === 'leg' && data.legId && data.takenSeats ? (data as LegEvent) : null;
}
