import { z } from 'zod';
import { listenOn } from '@/db/listen';
import type { Airline } from '../airline';
import { airlineCodeSchema } from '../domain/airline-code';
import { legIdSchema } from '../domain/leg';
import { readFreshness } from '../replication/freshness';
import { startLoop } from '../replication/loop';
import { type ChangeNotice, changesChannel } from '../replication/notify-changes';
import type { ChangeFeed, Marked } from './change-feed';
import { liveOf } from './live';
import { readPublishedLegs } from './read-published-legs';

/** How soon an airline that fell silent is said to be, beside its heartbeat's own patience. */
const freshnessMs = 1_000;

/** Legs in one question: some milliseconds of PostgreSQL's time. */
const legsAtOnce = 500;

export type Live = {
  /** Ends every stream and lets no other begin: an open stream would keep the process from stopping. */
  endStreams(): void;
  stop(): Promise<void>;
};

/**
 * Feeds the open pages of this process: hears on the database at `url` which legs have changed, reads those that
 * somebody listens to, once for all of them, and looks at the airlines' freshness each second.
 */
export function startLive(airline: Airline, url: string): Live {
  const { feed, places } = liveOf(airline);
  const reading = startReading(airline);
  const listener = listenOn({
    url,
    channel: changesChannel,
    onReady: () => feed.markAll(),
    onNotice: (payload) => hear(feed, payload),
  });
  const freshness = startLoop({
    name: 'freshness for open pages',
    log: airline.log,
    round: async () => feed.markAirlines(),
    pauseMs: () => freshnessMs,
  });
  return {
    endStreams() {
      places.close();
      feed.close();
    },
    async stop() {
      await Promise.all([listener.stop(), freshness.stop()]);
      await reading.stop();
    },
  };
}

/** Reads what is marked, one question at a time, so that what was read later is also handed on later. */
function startReading(airline: Airline): { stop(): Promise<void> } {
  const { feed } = liveOf(airline);
  let isReading = false;
  let isFailing = false;
  let lastRound: Promise<void> = Promise.resolve();

  async function readMarked(): Promise<void> {
    isReading = true;
    for (let marked = feed.takeMarked(legsAtOnce); marked; marked = feed.takeMarked(legsAtOnce)) {
      try {
        await handOn(airline, marked);
        isFailing = false;
      } catch (error) {
        if (!isFailing) airline.log('warn', 'open pages wait for the database', { error });
        isFailing = true;
        // Until the next notice or second.
        feed.putBack(marked);
        break;
      }
    }
    isReading = false;
  }

  feed.onMarked = () => {
    if (!isReading) lastRound = readMarked();
  };
  return {
    async stop() {
      feed.onMarked = () => undefined;
      await lastRound;
    },
  };
}

async function handOn(airline: Airline, { legIds, airlines }: Marked): Promise<void> {
  const { feed } = liveOf(airline);
  for (const state of await readPublishedLegs(airline, legIds)) feed.handLeg(state);
  if (airlines) feed.handAirlines(await readFreshness(airline));
}

const noticeSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('not JSON');
      return z.NEVER;
    }
  })
  .pipe(
    z.object({ origin: airlineCodeSchema, legIds: z.array(legIdSchema).nullable() }),
  ) satisfies z.ZodType<ChangeNotice>;

/** A notice that cannot be read, perhaps of another version, may be about anything. */
function hear(feed: ChangeFeed, payload: string): void {
  const notice = noticeSchema.safeParse(payload);
  if (notice.success) feed.note(notice.data);
  else feed.markAll();
}
