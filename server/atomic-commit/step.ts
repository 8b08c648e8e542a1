import { unreachable } from '../assert';
import { onAbort, onAccept, onLearn, onPromise, onPropose } from './acceptor';
import { onAcknowledge, onAllPrepared, onBegin, onGiveUp } from './coordinator';
import type { Event, Step } from './events';
import { onPrepare, onPrepareOwn, onVoted } from './participant';
import type { GlobalTransaction, Self } from './transaction';

/**
 * The engine: what a row becomes and what is to be done, for one event. Pure: no clock, randomness, SQL or network.
 * An event that changes nothing returns the very same row.
 */
export function step(self: Self, row: GlobalTransaction | null, event: Event): Step {
  switch (event.kind) {
    case 'begin':
      return onBegin(self, row, event);
    case 'prepare-own':
      return onPrepareOwn(row);
    case 'prepare':
      return onPrepare(self, row, event);
    case 'voted':
      return onVoted(self, row, event.vote);
    case 'all-prepared':
      return onAllPrepared(self, row);
    case 'give-up':
      return onGiveUp(row, event.refusal);
    case 'accept':
      return onAccept(self, row, event);
    case 'acknowledged':
      return onAcknowledge(self, row, event);
    case 'abort':
      return onAbort(self, row, event);
    case 'learn':
      return onLearn(self, row, event);
    case 'promise':
      return onPromise(row, event);
    case 'propose':
      return onPropose(self, row, event);
    default:
      return unreachable(event);
  }
}
