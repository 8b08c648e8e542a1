import type { LiveEvent } from '@/server/live/live-event';
import type { WireRefusal } from '@/server/trpc';

type LiveListener = {
  receive(event: LiveEvent): void;
  /** True after some seconds without a stream, false as soon as there is one. */
  setLost(isLost: boolean): void;
};

type Timer = ReturnType<typeof setTimeout>;

/** A server that restarts is back within this; only what lasts longer is worth a word. */
const graceMs = 4_000;

/** Pauses between attempts double from the first to the last; up to half of each is added by chance, so that not all come at once. */
const firstRetryMs = 1_000;
const lastRetryMs = 15_000;

/** Until the site has said how long it is silent at most. */
const assumedSilenceMs = 35_000;

/**
 * The procedure `live.changes` over the browser's own EventSource, in tRPC's wire format: tRPC's link would do the same
 * in much more code. Only a visible tab listens, because a browser gives all tabs of a site six connections. Every
 * stream begins with the present state, so a new one misses nothing.
 */
export class LiveStream {
  readonly #url: string;
  readonly #listener: LiveListener;
  #source: EventSource | null = null;
  #attempts = 0;
  #silenceMs = assumedSilenceMs;
  #retry: Timer | undefined;
  #silence: Timer | undefined;
  #grace: Timer | undefined;

  constructor(legIds: readonly string[], listener: LiveListener) {
    this.#url = `/api/trpc/live.changes?input=${encodeURIComponent(JSON.stringify({ legIds }))}`;
    this.#listener = listener;
  }

  /** Listens until the returned function is called. */
  open(): () => void {
    this.#follow();
    document.addEventListener('visibilitychange', this.#follow);
    window.addEventListener('online', this.#follow);
    return () => {
      document.removeEventListener('visibilitychange', this.#follow);
      window.removeEventListener('online', this.#follow);
      this.#pause();
    };
  }

  readonly #follow = (): void => {
    if (document.visibilityState === 'visible') this.#connect();
    else this.#pause();
  };

  readonly #connect = (): void => {
    this.#close();
    const source = new EventSource(this.#url);
    source.addEventListener('connected', ({ data }) => this.#welcome(JSON.parse(data)));
    source.addEventListener('message', ({ data }) => this.#listener.receive(JSON.parse(data)));
    source.addEventListener('serialized-error', ({ data }) => this.#lose(retryAfterMsOf(data)));
    source.addEventListener('error', () => this.#lose(0));
    for (const sign of ['connected', 'message', 'ping']) source.addEventListener(sign, this.#stayAlive);
    this.#source = source;
    this.#stayAlive();
    this.#worryLater();
  };

  #welcome({ reconnectAfterInactivityMs }: { reconnectAfterInactivityMs?: number }): void {
    this.#silenceMs = reconnectAfterInactivityMs ?? assumedSilenceMs;
    this.#attempts = 0;
    this.#stopWorrying();
    this.#listener.setLost(false);
  }

  /** A stream that neither says anything nor fails is given up. */
  readonly #stayAlive = (): void => {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lose(0), this.#silenceMs);
  };

  #lose(retryAfterMs: number): void {
    this.#close();
    this.#worryLater();
    const pauseMs = Math.min(firstRetryMs * 2 ** this.#attempts++, lastRetryMs);
    this.#retry = setTimeout(this.#connect, Math.max(pauseMs, retryAfterMs) * (1 + Math.random() / 2));
  }

  /** Nobody looks: not to listen is no loss. */
  #pause(): void {
    this.#close();
    this.#stopWorrying();
  }

  #close(): void {
    this.#source?.close();
    this.#source = null;
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
  }

  #worryLater(): void {
    this.#grace ??= setTimeout(() => this.#listener.setLost(true), graceMs);
  }

  #stopWorrying(): void {
    clearTimeout(this.#grace);
    this.#grace = undefined;
  }
}

/** When the site says that a stream which it refused may be asked for again; 0 when it does not say. */
function retryAfterMsOf(data: string): number {
  const error: { data?: { passcom?: WireRefusal } } = JSON.parse(data);
  return (error.data?.passcom?.retryAfterSeconds ?? 0) * 1_000;
}
