import type { IncomingMessage } from 'node:http';

/** A sender that goes on this far past the limit is cut off; below it, it gets to read why it was refused. */
const patienceFactor = 8;

/** The raw bytes of a request, or null when there are more than `maxBytes`; what is over the limit is not kept. */
export async function readRequestBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size <= maxBytes) chunks.push(chunk);
    if (size > patienceFactor * maxBytes) break;
  }
  return size <= maxBytes ? Buffer.concat(chunks, size) : null;
}
