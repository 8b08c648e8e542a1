import type { Airline } from '../airline';
import { airlineState } from '../airline-state';

/** How the running sequencer of this process is asked; registered by its loop. */
export type Spreader = {
  wake(): void;
  /** Resolves when what was noted before has been sequenced and every peer that answers has been told. */
  spread(): Promise<void>;
};

/** A customer waits for the answer behind this. What is not told by then, the peers ask for within two seconds. */
const spreadNowMs = 1_000;

const spreaderOf = airlineState<{ running: Spreader | null }>('spreader', () => ({ running: null }));

/** For the sequencer's loop; the returned function takes it away again. */
export function registerSpreader(airline: Airline, spreader: Spreader): () => void {
  const place = spreaderOf(airline);
  place.running = spreader;
  return () => {
    if (place.running === spreader) place.running = null;
  };
}

/** After the commit of a change: the peers shall hear of it in milliseconds. Does nothing where no sequencer runs. */
export function spreadSoon(airline: Airline): void {
  spreaderOf(airline).running?.wake();
}

/**
 * The same, and waits for it: at most a second, and never rejects. For changes that people look for at another site as
 * soon as they have their answer.
 */
export async function spreadNow(airline: Airline): Promise<void> {
  const spreading = spreaderOf(airline).running?.spread();
  if (!spreading) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, spreadNowMs);
  });
  await Promise.race([spreading.catch(() => undefined), late]);
  clearTimeout(timer);
}
