import type { AirlineCode } from './airlines';
import { CookieJar } from './cookie-jar';
import { siteUrl } from './sites';
import type { Refusal } from './wire';

/** What came back: `data` of a success, else the typed refusal where there is one. */
export type Answer<Data> = {
  status: number;
  data: Data | null;
  refusal: Refusal | null;
  message: string;
  /** As it arrived, for errors that have no shape. */
  text: string;
};

/** Longer than a purchase over three airlines may take while ninety others compete for two cores. */
const answerDeadlineMs = 30_000;

/** A program that uses one site as its customers' programs do: plain JSON, and cookies of its own. */
export class SiteClient {
  readonly cookies = new CookieJar();

  constructor(
    readonly airline: AirlineCode,
    readonly url = siteUrl(airline),
  ) {}

  /** The answer of a query, whatever it is. */
  async askAnyway<Data>(procedure: string, input?: unknown): Promise<Answer<Data>> {
    const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    return this.#answerOf(await this.send(`/api/trpc/${procedure}${query}`));
  }

  /** The answer of a mutation, whatever it is. */
  async tellAnyway<Data>(
    procedure: string,
    input: unknown,
    headers: HeadersInit = {},
  ): Promise<Answer<Data>> {
    const body = JSON.stringify(input);
    const response = await this.send(`/api/trpc/${procedure}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
    return this.#answerOf(response);
  }

  /** A query that must succeed. */
  async ask<Data>(procedure: string, input?: unknown): Promise<Data> {
    return dataOf(procedure, await this.askAnyway<Data>(procedure, input));
  }

  /** A mutation that must succeed. */
  async tell<Data>(procedure: string, input: unknown): Promise<Data> {
    return dataOf(procedure, await this.tellAnyway<Data>(procedure, input));
  }

  /** Any request to this site with this client's cookies; redirects are not followed. */
  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (!this.cookies.isEmpty) headers.set('cookie', this.cookies.header());
    const response = await fetch(this.url + path, {
      redirect: 'manual',
      signal: AbortSignal.timeout(answerDeadlineMs),
      ...init,
      headers,
    });
    this.cookies.take(response);
    return response;
  }

  /** Reads a tRPC answer that `send` brought. */
  async read<Data>(response: Response): Promise<Answer<Data>> {
    return this.#answerOf(response);
  }

  async #answerOf<Data>(response: Response): Promise<Answer<Data>> {
    const text = await response.text();
    const body = jsonOrNull(text) as { result?: { data: Data }; error?: WireError } | null;
    return {
      status: response.status,
      data: body?.result?.data ?? null,
      refusal: body?.error?.data?.passcom ?? null,
      message: body?.error?.message ?? '',
      text,
    };
  }
}

type WireError = { message: string; data?: { passcom?: Refusal } };

function dataOf<Data>(procedure: string, { status, data, text }: Answer<Data>): Data {
  if (status === 200 && data !== null) return data;
  throw new Error(`${procedure} answered ${status}: ${text.slice(0, 500)}`);
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
