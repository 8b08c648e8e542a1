import type { SiteClient } from '../../api/site-client';
import type { Intent } from '../checker/history';
import { type Attempt, attempt } from '../purchase-attempt';
import type { HistoryFile } from './history-file';

/** A purchase or cancellation that can be sent again with the same key as often as it takes. */
export type Errand = { intent: Intent; client: SiteClient; procedure: string; input: unknown };

export const isFinal = ({ status }: Attempt) =>
  status === 'confirmed' || status === 'refused' || status === 'declined';

export type AskOptions = { timeoutMs: number; signal?: AbortSignal };

/** Sends it once and writes down what came of it. */
export async function ask(
  history: HistoryFile,
  { intent, client, procedure, input }: Errand,
  options: AskOptions,
): Promise<Attempt> {
  const askedAt = Date.now();
  const heard = await attempt(client, { procedure, input, ...options });
  history.hear({ intent: intent.intent, askedAt, ...heard });
  return heard;
}
