import type { Airline } from '../../airline';
import { airlineState } from '../../airline-state';
import type { AirlineCode } from '../../domain/airline-code';

const wakers = airlineState('pulls that can be woken', () => new Map<AirlineCode, () => void>());

/** For the loop that pulls from this peer. */
export function registerPull(airline: Airline, peer: AirlineCode, wake: () => void): void {
  wakers(airline).set(peer, wake);
}

/** Asks the peer for its changes now and not at the next interval. Does nothing where no loop runs. */
export function wakePull(airline: Airline, peer: AirlineCode): void {
  wakers(airline).get(peer)?.();
}
