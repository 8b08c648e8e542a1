import { type Agent, type IncomingMessage, request as open } from 'node:http';

/** What came back from the far end. */
export type Delivered = { status: number; contentType: string; body: Buffer };

export type Delivery = { targetUrl: string; agent: Agent; request: IncomingMessage; body: Buffer };

/** Longer than any airline waits for another's answer. */
const patienceMs = 15_000;

/** Sends a request that arrived here on to its target, once. Rejects without a complete answer. */
export function deliver({ targetUrl, agent, request, body }: Delivery): Promise<Delivered> {
  const { host: _host, connection: _connection, ...headers } = request.headers;
  return new Promise((resolve, reject) => {
    const onward = open(new URL(request.url ?? '/', targetUrl), {
      method: request.method,
      agent,
      headers,
      timeout: patienceMs,
    });
    onward.on('timeout', () => onward.destroy(new Error('no answer')));
    onward.on('error', reject);
    onward.on('response', (response) => {
      const contentType = response.headers['content-type'] ?? 'application/json';
      readBody(response).then(
        (answer) => resolve({ status: response.statusCode ?? 0, contentType, body: answer }),
        reject,
      );
    });
    onward.end(body);
  });
}

export async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
