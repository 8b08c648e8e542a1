import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LiveEvent } from '@/server/live/live-event';
import { LiveStream } from './live-stream';

/** The browser's EventSource as far as it is used, opened and fed by the test. */
class FakeSource extends EventTarget {
  static opened: FakeSource[] = [];
  isClosed = false;

  constructor(readonly url: string) {
    super();
    FakeSource.opened.push(this);
  }
  close(): void {
    this.isClosed = true;
  }
  say(event: string, data: unknown = ''): void {
    this.dispatchEvent(
      new MessageEvent(event, { data: typeof data === 'string' ? data : JSON.stringify(data) }),
    );
  }
}

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const heard: LiveEvent[] = [];
const lost: boolean[] = [];
let end: () => void = () => undefined;

function latest(): FakeSource {
  const source = FakeSource.opened.at(-1);
  if (!source) throw new Error('no stream has been opened');
  return source;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeSource);
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', new EventTarget());
  for (const list of [FakeSource.opened, heard, lost]) list.length = 0;
  page.visibilityState = 'visible';
  end = new LiveStream(['giro:202:2026-12-22:BSB'], {
    receive: (event) => heard.push(event),
    setLost: (isLost) => lost.push(isLost),
  }).open();
});
afterEach(() => {
  end();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('asks for its legs and hands on what it is told', () => {
  expect(decodeURIComponent(latest().url)).toBe(
    '/api/trpc/live.changes?input={"legIds":["giro:202:2026-12-22:BSB"]}',
  );
  latest().say('connected', { reconnectAfterInactivityMs: 35_000 });
  latest().say('message', { kind: 'airlines', airlines: {} });
  expect(heard).toEqual([{ kind: 'airlines', airlines: {} }]);
  expect(lost).toEqual([false]);
});

it('a short break is mended without a word', () => {
  latest().say('connected', {});
  latest().say('error');
  vi.advanceTimersByTime(1_500);
  expect(FakeSource.opened).toHaveLength(2);
  expect(FakeSource.opened[0]?.isClosed).toBe(true);
  latest().say('connected', {});
  vi.advanceTimersByTime(10_000);
  expect(lost).toEqual([false, false]);
});

it('a longer one is said once, and that it is over', () => {
  latest().say('connected', {});
  for (let second = 0; second < 20; second++) {
    latest().say('error');
    vi.advanceTimersByTime(1_000);
  }
  expect(lost).toEqual([false, true]);
  vi.advanceTimersByTime(30_000);
  latest().say('connected', {});
  expect(lost).toEqual([false, true, false]);
});

it('a stream that has fallen silent is given up for a new one', () => {
  latest().say('connected', { reconnectAfterInactivityMs: 35_000 });
  vi.advanceTimersByTime(30_000);
  latest().say('ping');
  vi.advanceTimersByTime(30_000);
  expect(FakeSource.opened).toHaveLength(1);
  vi.advanceTimersByTime(7_000);
  expect(FakeSource.opened).toHaveLength(2);
});

it('a refusal that says when to come back is obeyed', () => {
  latest().say('serialized-error', { data: { passcom: { code: 'RATE_LIMITED', retryAfterSeconds: 30 } } });
  vi.advanceTimersByTime(29_000);
  expect(FakeSource.opened).toHaveLength(1);
  vi.advanceTimersByTime(17_000);
  expect(FakeSource.opened).toHaveLength(2);
});

it('a hidden tab listens to nothing, misses nothing and comes back at once', () => {
  latest().say('connected', {});
  page.visibilityState = 'hidden';
  page.dispatchEvent(new Event('visibilitychange'));
  expect(latest().isClosed).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect(FakeSource.opened).toHaveLength(1);
  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  expect(FakeSource.opened).toHaveLength(2);
  expect(lost).toEqual([false]);
});

it('ends for good when the page leaves', () => {
  latest().say('error');
  end();
  vi.advanceTimersByTime(60_000);
  expect(FakeSource.opened).toHaveLength(1);
  expect(lost).toEqual([]);
});
