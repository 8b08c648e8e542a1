import postgres from 'postgres';

/** Soon enough that nobody notices a lost session, seldom enough for a PostgreSQL that is starting. */
const reconnectMs = 250;

export type Listening = {
  url: string;
  channel: string;
  /** At every subscription, the first and each after a loss: what was said in between has not been heard. */
  onReady(): void;
  /** Until the next `onReady` nothing is heard. */
  onLost?(): void;
  onNotice(payload: string): void;
};

export type Listener = { stop(): Promise<void> };

/** Option of postgres.js by which its own `listen` hears; that one writes into a lost session, so it is not used here. */
type Hearing = { onnotify(channel: string, payload: string): void };

/**
 * One session of PostgreSQL that listens to a channel, and after a loss another one, until it is stopped. A session is
 * never mended (`connection.ts` says why). Notifications are hints: whoever hears one, or `onReady`, looks at the rows.
 */
export function listenOn({ url, channel, onReady, onLost, onNotice }: Listening): Listener {
  let session: postgres.Sql | null = null;
  let nextTry: NodeJS.Timeout | undefined;
  let isStopped = false;

  function connect(): void {
    const hearing: Hearing = { onnotify: (_channel, payload) => onNotice(payload) };
    const opened = postgres(url, {
      max: 1,
      max_lifetime: null,
      connect_timeout: 5,
      fetch_types: false,
      onnotice: () => undefined,
      onclose: () => lose(opened),
      connection: { application_name: 'passcom listen' },
      ...hearing,
    });
    session = opened;
    opened`listen ${opened(channel)}`.then(
      () => session === opened && onReady(),
      () => lose(opened),
    );
  }

  function lose(lost: postgres.Sql): void {
    if (session !== lost) return;
    session = null;
    onLost?.();
    void lost.end({ timeout: 0 });
    if (!isStopped) nextTry = setTimeout(connect, reconnectMs).unref();
  }

  connect();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(nextTry);
      const last = session;
      session = null;
      await last?.end({ timeout: 0 });
    },
  };
}
