import { readFileSync, writeFileSync } from 'node:fs';
import * as http from 'node:http';
import { join } from 'node:path';
import type { AirlineCode } from '@/server/domain/airline-code';
import type { OwnAlliance } from './own-alliance';

/** Requests that airlines sent each other, by procedure: `prepare` → 20. */
export type CountingLinks = {
  /** An alliance file in which every peer is behind a counter. */
  allianceFile: string;
  take(): Map<string, number>;
  close(): void;
};

/** How far a counter's port is from the peer port behind it. */
const portDistance = 60;

type AllianceFile = { members: { code: AirlineCode; peerUrl: string }[] };

/** Stands between the airlines and counts what goes over the wire. A forwarder changes nothing that a signature covers. */
export async function openCountingLinks({ deployment }: OwnAlliance): Promise<CountingLinks> {
  const counts = new Map<string, number>();
  const agent = new http.Agent({ keepAlive: true });
  const servers = await Promise.all(
    deployment.members.map(({ peerPort }) => {
      const server = http.createServer((request, response) => {
        const procedure = request.url?.replace('/peer.', '') ?? '';
        counts.set(procedure, (counts.get(procedure) ?? 0) + 1);
        forward(request, response, { port: peerPort, agent });
      });
      return new Promise<http.Server>((resolve, reject) => {
        server.once('error', reject);
        server.listen(peerPort + portDistance, '127.0.0.1', () => resolve(server));
      });
    }),
  );
  const file = readFileSync(join(deployment.secretFolder, 'alliance.json'), 'utf8');
  const alliance = JSON.parse(file) as AllianceFile;
  for (const member of alliance.members) {
    const url = new URL(member.peerUrl);
    url.port = String(Number(url.port) + portDistance);
    member.peerUrl = url.href.replace(/\/$/, '');
  }
  const allianceFile = join(deployment.secretFolder, 'alliance-counted.json');
  writeFileSync(allianceFile, JSON.stringify(alliance));
  return {
    allianceFile,
    take() {
      const taken = new Map(counts);
      counts.clear();
      return taken;
    },
    close() {
      agent.destroy();
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

function forward(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  { port, agent }: { port: number; agent: http.Agent },
): void {
  const { method, url, headers } = request;
  const onward = http.request({ host: '127.0.0.1', port, agent, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}
