import * as http from 'node:http';
import * as https from 'node:https';
import { crashPoint } from '../crash-point';

/** One POST of bytes that are already signed. */
export type Post = {
  url: URL;
  authorization: string;
  body: Uint8Array;
  agent: http.Agent;
  timeoutMs: number;
  maxAnswerBytes: number;
};

export type PostAnswer = { status: number; body: string };

/**
 * Sends it once: no redirects, no retries. Rejects when there is no complete answer in time, or one larger than
 * allowed. The time limit covers waiting for a connection, sending and reading.
 */
export function post({
  url,
  authorization,
  body,
  agent,
  timeoutMs,
  maxAnswerBytes,
}: Post): Promise<PostAnswer> {
  const { request: open } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const request = open(url, { method: 'POST', agent, headers: headersFor(authorization, body) });
    // A plain timer instead of `signal`: it is cleared with the answer and cannot hit the socket's next request.
    const timer = setTimeout(() => {
      reject(new Error(`nothing complete within ${timeoutMs} ms`));
      request.destroy();
    }, timeoutMs);
    request.on('close', () => clearTimeout(timer));
    request.on('error', reject);
    request.on('response', (response) => readAnswer(response, maxAnswerBytes).then(resolve, reject));
    request.end(body, () => void crashPoint('after send', url.pathname.replace('/peer.', '')));
  });
}

/** An origin's own pool of kept connections; one per lane. */
export function openAgent(protocol: string, maxSockets: number): http.Agent {
  const { Agent } = protocol === 'https:' ? https : http;
  // Shorter than the peer port keeps an idle connection, so that no request is sent into a closing one.
  return new Agent({ keepAlive: true, maxSockets, timeout: 15_000 });
}

function headersFor(authorization: string, body: Uint8Array): http.OutgoingHttpHeaders {
  return { authorization, 'content-type': 'application/json', 'content-length': body.byteLength };
}

async function readAnswer(response: http.IncomingMessage, maxAnswerBytes: number): Promise<PostAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > maxAnswerBytes) throw new Error(`an answer larger than ${maxAnswerBytes} bytes`);
    chunks.push(chunk);
  }
  return { status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') };
}
