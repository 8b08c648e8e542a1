import type { AirlineCode } from '../../domain/airline-code';
import { isRefusal } from '../../errors';
import { type Peers, PeerUnreachable } from '../../peers/peers';
import { answer } from './answer';
import type { Incarnation } from './incarnation';
import type { Running, Site } from './site';

type Reply = { value: unknown } | { error: unknown };

type Call = {
  from: Incarnation;
  to: Site;
  name: string;
  message: unknown;
  settle: (reply: Reply) => void;
};

/** Without a time-out of its own a call ends as one of the real client does. */
const longestMs = 30_000;

/** Calls to peers over the simulated network, where each message may be lost, late, repeated or overtaken. */
export function callsOf(from: Incarnation): Peers['call'] {
  const { simulation } = from.site;
  return (...[peer, { name }, message, options]) =>
    from.promise((resolve, reject) => {
      const settle = (reply: Reply) => {
        if ('error' in reply) reject(reply.error);
        else resolve(reply.value as never);
      };
      send({ from, to: simulation.site(peer), name, message, settle });
      from.after(options?.timeoutMs ?? longestMs, () => settle(unreachable(peer, 'no answer in time')));
    });
}

function unreachable(peer: AirlineCode, reason: string): Reply {
  return { error: new PeerUnreachable(peer, reason) };
}

function send(call: Call): void {
  const { from, to, name } = call;
  const { simulation } = to;
  simulation.referee.expect(from.isAlive, 'the dead do nothing', () => from.name);
  const delays = simulation.faults.requestDelays(from.site.code, to.code);
  simulation.chronicle.note(
    from.name,
    `calls ${name}`,
    () => `at ${to.code}, ${delays.length} copies arrive`,
  );
  for (const delayMs of delays) simulation.agenda.after(delayMs, () => arrive(call));
}

/** Each copy that arrives is answered anew, and the first answer that comes back counts. */
function arrive(call: Call): void {
  const { from, to } = call;
  if (to.simulation.faults.isCut(from.site.code, to.code)) return;
  const running = to.anyProcess();
  if (running) running.owner.enter(() => handle(call, running));
  else sendBack(call, unreachable(to.code, 'connection refused'));
}

function handle(call: Call, { owner, engine }: Running): void {
  const { from, to, name, message } = call;
  to.simulation.chronicle.note(owner.name, `gets ${name}`, () => `of ${from.site.code}`);
  answer(engine, from.site.code, { name, message }).then(
    (value) => {
      if (name === 'status' && (value as { decision: unknown }).decision)
        to.simulation.coverage.count('status tells a decision');
      sendBack(call, { value });
    },
    (error) => sendBack(call, isRefusal(error) ? { error } : unreachable(to.code, `fault: ${error}`)),
  );
}

function sendBack(call: Call, reply: Reply): void {
  const { from, to, name, settle } = call;
  const { simulation } = to;
  const delayMs = simulation.faults.answerDelay();
  if (delayMs === null) return;
  simulation.agenda.after(delayMs, () => {
    if (simulation.faults.isCut(to.code, from.site.code)) return;
    simulation.chronicle.note(from.name, `hears ${name}`, () => `of ${to.code}: ${textOf(reply)}`);
    settle(reply);
  });
}

function textOf(reply: Reply): string {
  if ('error' in reply) return String(reply.error);
  return JSON.stringify(reply.value, (name, value) => (name === 'binding' ? undefined : value));
}
