import type { AirlineCode } from '../../domain/airline-code';
import type { Replication } from '../entity';
import { joinLoops, type Loop, startLoop } from '../loop';
import { pullChanges } from './pull-changes';
import { registerPull } from './wake-pull';

/** Between two questions to one peer; a tenth of jitter keeps three airlines out of step. */
const pauseMs = 2_000;
const jitterMs = 200;

/** However often its hints wake it. */
const gapMs = 20;

/** Keeps the copies up to date from every peer, each in its own loop: a dead one delays nobody. */
export function startPullLoops(replication: Replication): Loop {
  return joinLoops(replication.airline.peers.codes.map((peer) => startPullLoop(replication, peer)));
}

function startPullLoop(replication: Replication, peer: AirlineCode): Loop {
  const { airline } = replication;
  const loop = startLoop({
    name: `changes of ${peer}`,
    log: airline.log,
    round: (signal) => pullChanges(replication, peer, { signal }),
    pauseMs: () => pauseMs - jitterMs + airline.ids.randomIndex(2 * jitterMs),
    gapMs: () => gapMs,
  });
  registerPull(airline, peer, loop.wake);
  return loop;
}
