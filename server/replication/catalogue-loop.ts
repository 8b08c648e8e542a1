import type { Airline } from '../airline';
import { joinLoops, type Loop, startLoop } from './loop';
import { pullCatalogue } from './pull-catalogue';

/** Between two questions to one peer when there was nothing new; a tenth of jitter keeps three airlines out of step. */
const pauseMs = 2_000;
const jitterMs = 200;

/** Keeps the copies of all peers' catalogues up to date, each peer in its own loop: a dead one delays nobody. */
export function startCatalogueLoop(airline: Airline): Loop {
  return joinLoops(
    airline.peers.codes.map((peer) =>
      startLoop({
        name: `catalogue of ${peer}`,
        log: airline.log,
        round: (signal) => pullCatalogue(airline, peer, { signal }),
        pauseMs: () => pauseMs - jitterMs + airline.ids.randomIndex(2 * jitterMs),
      }),
    ),
  );
}
