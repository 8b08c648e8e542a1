import { readFileSync } from 'node:fs';
import type { AirlineCode } from '../../api/airlines';

/** What a client wanted, written down before it asked. */
export type Intent = {
  event: 'intent';
  intent: number;
  at: number;
  what: 'buy' | 'cancel';
  site: AirlineCode;
  key: string;
  /** Of a purchase. */
  seats?: { airline: AirlineCode; legId: string; seat: string }[];
  /** Of a cancellation. */
  recordLocator?: string;
  /** A purchase after the chaos, which nothing stands in the way of. */
  fresh?: boolean;
};

/** What it was told; several answers to one intent are repetitions with the same key. */
export type Heard = {
  event: 'answer';
  intent: number;
  askedAt: number;
  at: number;
  status: 'confirmed' | 'refused' | 'declined' | 'pending' | 'unknown';
  globalTransactionId: string | null;
  recordLocator: string | null;
  reason: string | null;
};

export type HistoryEvent = Intent | Heard;

/** A client's history, a JSON object a line. */
export function readHistory(file: string): HistoryEvent[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as HistoryEvent);
}
