import type { Airline } from '../airline';
import type { AirlineCode } from '../domain/airline-code';
import { joinLoops, type Loop, startLoop } from './loop';
import { pullCabins } from './pull-cabins';
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
        round: roundFor(airline, peer),
        pauseMs: () => pauseMs - jitterMs + airline.ids.randomIndex(2 * jitterMs),
      }),
    ),
  );
}

/** A seat has no price before its cabin is known: the first cabins come before the first flights. */
function roundFor(airline: Airline, peer: AirlineCode): (signal: AbortSignal) => Promise<unknown> {
  let knowsCabins = false;
  return async (signal) => {
    if (!knowsCabins) await pullCabins(airline, peer);
    knowsCabins = true;
    return pullCatalogue(airline, peer, { signal });
  };
}
