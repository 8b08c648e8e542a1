import type { Airline } from '../../airline';
import type { AirlineCode } from '../../domain/airline-code';
import { isRefusal } from '../../errors';
import { isPeerUnreachable } from '../../peers/peers';
import type { ChangeBatch } from '../change-log/change-batch';
import { noteProgress } from '../change-log/note-progress';
import { hintProcedure, maxBatchesHinted, maxBytesHinted } from './messages';

export type Hints = {
  /** Tells every peer that is not offline of new batches, in their order. Never rejects, never waits. */
  tell(batches: readonly ChangeBatch[]): void;
  /** Resolves when everything that was told before has been answered, or has failed. */
  flushed(): Promise<void>;
};

/** One hint per peer is under way at a time: what is sequenced meanwhile goes with the next one. */
export function createHints(airline: Airline): Hints {
  const lines = airline.peers.codes.map((peer) => createLine(airline, peer));
  return {
    tell: (batches) => {
      for (const line of lines) line.tell(batches);
    },
    flushed: async () => {
      await Promise.all(lines.map((line) => line.flushed()));
    },
  };
}

function createLine(airline: Airline, peer: AirlineCode): Hints {
  let waiting: ChangeBatch[] = [];
  let sending: Promise<void> | null = null;

  async function sendAll(): Promise<void> {
    while (waiting.length > 0) {
      const batches = waiting;
      waiting = [];
      await sendHint(airline, peer, batches);
    }
    sending = null;
  }

  return {
    tell(batches) {
      if (airline.peers.statusOf(peer).state === 'offline') return;
      // While a peer is slow and much happens, only the newest matters: it asks for what is between.
      waiting = [...waiting, ...batches].slice(-maxBatchesHinted);
      sending ??= sendAll();
    },
    flushed: async () => {
      await sending;
    },
  };
}

async function sendHint(airline: Airline, peer: AirlineCode, batches: readonly ChangeBatch[]): Promise<void> {
  const last = batches.at(-1);
  if (!last) return;
  const head = { [last.origin]: { epoch: last.epoch, seq: last.lastSeq } };
  const bytes = batches.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);
  const inline = bytes <= maxBytesHinted ? [...batches] : [];
  try {
    const { vector } = await airline.peers.call(peer, hintProcedure, { vector: head, batches: inline });
    await noteProgress(airline, peer, vector);
  } catch (error) {
    // It asks by itself, at the latest in two seconds.
    if (!isPeerUnreachable(error) && !isRefusal(error)) airline.log('warn', 'a hint failed', { peer, error });
  }
}
