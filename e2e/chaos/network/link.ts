import { Agent, createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { AirlineCode } from '../../api/airlines';
import type { Random } from '../random';
import { type Delivered, deliver, readBody } from './deliver';
import { pass, type Treatment } from './treatment';

export type LinkParts = {
  from: AirlineCode;
  to: AirlineCode;
  /** The peer port at its end. */
  targetUrl: string;
  random: Random;
};

/** The way that one airline's requests take to another, with the answers that come back. */
export class Link {
  readonly #agent = new Agent({ keepAlive: true, timeout: 15_000 });
  readonly #server: Server;
  #treatment: Treatment = pass;
  #harmed = 0;

  constructor(readonly parts: LinkParts) {
    this.#server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
      // Whoever hangs up, here or there, has lost the answer; so has the other.
      this.#carry(request, response).catch(() => response.destroy());
    });
  }

  get treatment(): Treatment {
    return this.#treatment;
  }

  /** Requests that did not simply pass since the last `treat`: the proof that there was something to harm. */
  get harmed(): number {
    return this.#harmed;
  }

  /** Opens it and answers with the address that stands in the sender's alliance file. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (!address || typeof address === 'string') throw new Error('a link has no address');
    return `http://127.0.0.1:${address.port}`;
  }

  /** From now on; what hangs in a silent link is let go. */
  treat(treatment: Treatment): void {
    this.#treatment = treatment;
    this.#harmed = 0;
    this.#server.closeIdleConnections();
    if (treatment.kind === 'pass' || treatment.kind === 'cut') this.#dropHanging();
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
    this.#agent.destroy();
  }

  readonly #hanging = new Set<ServerResponse>();

  #dropHanging(): void {
    for (const response of this.#hanging) response.destroy();
    this.#hanging.clear();
  }

  async #carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const treatment = this.#treatment;
    const body = await readBody(request);
    const send = () => deliver({ targetUrl: this.parts.targetUrl, agent: this.#agent, request, body });
    const isSpared = treatment.kind === 'cut' && treatment.only && request.url !== `/peer.${treatment.only}`;
    if (treatment.kind === 'pass' || isSpared) return answer(response, await send());
    if (treatment.kind !== 'lossy') this.#harmed += 1;
    switch (treatment.kind) {
      case 'cut':
        return void response.destroy();
      case 'silent':
        return void this.#hanging.add(response);
      case 'slow':
        await pause(treatment.delayMs);
        return answer(response, await send());
      case 'answer-lost':
        await send();
        return void response.destroy();
      case 'duplicate':
        return this.#duplicate(response, treatment, send);
      case 'truncated':
        return answerHalf(response, await send());
      case 'lossy':
        return this.#lose(response, treatment, send);
    }
  }

  async #duplicate(
    response: ServerResponse,
    { times, pauseMs }: Treatment & { kind: 'duplicate' },
    send: () => Promise<Delivered>,
  ): Promise<void> {
    const first = send();
    for (let again = 1; again < times; again += 1) {
      void pause(pauseMs * again)
        .then(send)
        .catch(() => undefined);
    }
    answer(response, await first);
  }

  async #lose(
    response: ServerResponse,
    { share }: Treatment & { kind: 'lossy' },
    send: () => Promise<Delivered>,
  ): Promise<void> {
    const { random } = this.parts;
    const isLost = random.chance(share);
    const afterArrival = random.chance(0.5);
    if (isLost) this.#harmed += 1;
    if (isLost && !afterArrival) return void response.destroy();
    const delivered = await send();
    if (isLost) response.destroy();
    else answer(response, delivered);
  }
}

function answer(response: ServerResponse, { status, contentType, body }: Delivered): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': body.byteLength }).end(body);
}

function answerHalf(response: ServerResponse, { status, contentType, body }: Delivered): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': body.byteLength });
  response.write(body.subarray(0, Math.floor(body.byteLength / 2)), () => response.destroy());
}
