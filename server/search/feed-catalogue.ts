import { listenOn } from '@/db/listen';
import type { Airline } from '@/server/airline';
import { type Loop, startLoop } from '@/server/replication/loop';
import { changesChannel } from '@/server/replication/notify-changes';
import { catalogueStateOf } from './catalogue-state';
import { refreshCatalogue } from './refresh-catalogue';

/** The hour of each copy moves without a notice, and notices may be lost: one cheap look a second. */
const lookEveryMs = 1_000;

/** A burst of notices is one look: ten a second at most, whatever is sold. */
const gapMs = 100;

/**
 * Keeps the index of this process current: hears on the database at `url` that something has changed and looks at once.
 * From its first look until `stop` no search waits for the database, unless the listening session is lost: then searches
 * look themselves until there is another one.
 */
export function feedCatalogue(airline: Airline, url: string): Loop {
  const state = catalogueStateOf(airline);
  let isListening = false;
  state.feed = 'deaf';

  const looking = startLoop({
    name: 'search index',
    log: airline.log,
    async round() {
      const hasListened = isListening;
      // One that began before the notice may have looked before the change.
      await state.refreshing?.catch(() => undefined);
      await refreshCatalogue(airline);
      if (hasListened && isListening) state.feed = 'hears';
    },
    pauseMs: () => lookEveryMs,
    gapMs: () => gapMs,
  });
  const listener = listenOn({
    url,
    channel: changesChannel,
    onReady() {
      isListening = true;
      looking.wake();
    },
    onLost() {
      isListening = false;
      state.feed = 'deaf';
    },
    onNotice: () => looking.wake(),
  });
  return {
    async stop() {
      await Promise.all([listener.stop(), looking.stop()]);
      state.feed = 'deaf';
    },
  };
}
