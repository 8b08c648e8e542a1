import * as http from 'node:http';
import type { SearchAnswer } from '@/server/search/search-itineraries';
import type { SearchQueryInput } from '@/server/search/search-query';

/** The two procedures of `server.ts`. */
export const procedures = { index: 'search.itineraries', join: 'join.itineraries' } as const;

export type Door = { port: number; agent: http.Agent };

/** One GET over a kept connection; resolves with the body's text. Rejects for anything but a 200. */
export function ask({ port, agent }: Door, procedure: string, input: SearchQueryInput): Promise<string> {
  const path = `/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${procedure}: ${response.statusCode} ${text.slice(0, 300)}`));
      });
    });
    request.on('error', reject);
  });
}

/** What such a body says. */
export function answerIn(text: string): SearchAnswer {
  return (JSON.parse(text) as { result: { data: SearchAnswer } }).result.data;
}
