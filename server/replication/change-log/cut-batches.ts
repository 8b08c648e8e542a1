import { type ChangeEntry, maxBatchBytes, maxBatchEntries } from './change-batch';

/** The signed text of one batch, and how many entries it has. */
export type BatchBody = { body: string; count: number };

/** Cuts entries into bodies of batches, in order. One that fits into no batch is given to `onTooLarge` and left out. */
export function cutBatches(
  entries: readonly ChangeEntry[],
  onTooLarge: (entry: ChangeEntry) => void,
): BatchBody[] {
  const bodies: BatchBody[] = [];
  let texts: string[] = [];
  let bytes = 0;
  const close = () => {
    if (texts.length > 0) bodies.push({ body: `[${texts.join(',')}]`, count: texts.length });
    texts = [];
    bytes = 0;
  };
  for (const entry of entries) {
    const text = JSON.stringify(entry);
    // With its comma; the brackets take the place of one.
    const size = Buffer.byteLength(text) + 1;
    if (size >= maxBatchBytes) {
      onTooLarge(entry);
      continue;
    }
    if (texts.length === maxBatchEntries || bytes + size >= maxBatchBytes) close();
    texts.push(text);
    bytes += size;
  }
  close();
  return bodies;
}
