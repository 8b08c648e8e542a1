import type { Agent } from 'node:http';
import type { Clock } from '@/server/clock';
import type { AirlineCode } from '@/server/domain/airline-code';
import { isRefusal } from '@/server/errors';
import { type Ids, systemIds } from '@/server/ids';
import type { Log } from '@/server/log';
import { type Alliance, type AllianceMember, memberOf } from './alliance';
import { readPeerAnswer } from './answer';
import { createHeartbeat } from './heartbeat';
import { helloProcedure, protocolVersion } from './hello';
import type { PeerKey } from './keys';
import { type Lane, laneOf } from './lane';
import { type Peers, PeerUnreachable } from './peers';
import { openAgent, post } from './post';
import { signRequest } from './signature';

/** PREPARE's limit in the commit protocol; calls that wait at their owner name a longer one. */
const defaultTimeoutMs = 2_000;

/** A page of the catalogue or a bootstrap is the largest; more is a fault or an attack on our memory. */
const maxAnswerBytes = 8_000_000;

/**
 * Connections per peer. A contested PREPARE waits up to 1.5 s at its owner, so 50 a second need some 75; a prompt call
 * takes milliseconds.
 */
const maxSocketsByLane: Record<Lane, number> = { patient: 128, prompt: 32 };

export type PeersParts = {
  code: AirlineCode;
  alliance: Alliance;
  key: PeerKey;
  clock: Clock;
  log: Log;
  ids?: Ids;
};

/** `stop` ends the heartbeat and closes the connections: calls under way end as `PeerUnreachable`. */
export type RunningPeers = Peers & { start(): void; stop(): void };

/** The other members over signed HTTP. Nothing is sent before the first call or `start`. */
export function createPeers({ code, alliance, key, clock, log, ids = systemIds }: PeersParts): RunningPeers {
  refuseUnpinnedKey(memberOf(alliance, code), key);
  const lines = openLines(alliance, code);

  /** One question, one readable answer. */
  // biome-ignore lint/complexity/useMaxParams: the four parts of a call, as Peers declares them
  const ask: Peers['call'] = async (peer, procedure, input, { timeoutMs = defaultTimeoutMs } = {}) => {
    const line = lines.get(peer);
    if (!line) throw new Error(`${peer} is no peer of ${code}`);
    const url = new URL(`/peer.${procedure.name}`, line.peerUrl);
    const body = Buffer.from(JSON.stringify(input ?? {}));
    const request = { to: peer, method: 'POST', path: url.pathname, body };
    const authorization = signRequest({ code, key }, request, clock.now());
    const agent = line.agents[laneOf(procedure.name)];
    const answer = await post({ url, authorization, body, agent, timeoutMs, maxAnswerBytes }).catch(
      (cause: Error) => {
        throw new PeerUnreachable(peer, cause.message);
      },
    );
    return readPeerAnswer(peer, procedure, answer);
  };

  const sayHello = (peer: AirlineCode) =>
    ask(peer, helloProcedure, { airline: code, protocolVersion, sentAt: clock.now().toISOString() });
  const heartbeat = createHeartbeat({ peers: [...lines.keys()], sayHello, clock, ids, log });

  return {
    codes: [...lines.keys()],
    statusOf: heartbeat.statusOf,
    // biome-ignore lint/complexity/useMaxParams: the four parts of a call, as Peers declares them
    async call(peer, procedure, input, options) {
      try {
        const output = await ask(peer, procedure, input, options);
        heartbeat.heard(peer);
        return output;
      } catch (error) {
        if (isRefusal(error)) heartbeat.heard(peer);
        throw error;
      }
    },
    start: heartbeat.start,
    stop() {
      heartbeat.stop();
      for (const { agents } of lines.values()) {
        agents.patient.destroy();
        agents.prompt.destroy();
      }
    },
  };
}

/** Without this every call would be refused by every peer, and nobody here would know why. */
function refuseUnpinnedKey(self: AllianceMember, key: PeerKey): void {
  if (self.publicKeys.some((pinned) => pinned.kid === key.kid)) return;
  throw new Error(
    `the peer key ${key.kid} is not among the public keys of ${self.code} in the alliance file`,
  );
}

type Line = { peerUrl: string; agents: Record<Lane, Agent> };

function openLines(alliance: Alliance, code: AirlineCode): Map<AirlineCode, Line> {
  const others = alliance.members.filter((member) => member.code !== code);
  return new Map(others.map(({ code: peer, peerUrl }) => [peer, { peerUrl, agents: openAgents(peerUrl) }]));
}

function openAgents(peerUrl: string): Record<Lane, Agent> {
  const { protocol } = new URL(peerUrl);
  return {
    patient: openAgent(protocol, maxSocketsByLane.patient),
    prompt: openAgent(protocol, maxSocketsByLane.prompt),
  };
}
