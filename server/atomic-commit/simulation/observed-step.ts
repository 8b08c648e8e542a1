import type { Event, Step } from '../events';
import { step as productionStep } from '../step';
import type { GlobalTransaction, Self } from '../transaction';

/** What every event came to, by name; a bundle of the simulation puts this module between `perform` and the engine. */
const counts = new Map<string, number>();

const kinds = new WeakMap<GlobalTransaction, Event['kind']>();

/** The production step, watched. */
export function step(self: Self, row: GlobalTransaction | null, event: Event): Step {
  const taken = productionStep(self, row, event);
  const kind = event.kind === 'voted' && row ? (kinds.get(row) ?? 'voted') : event.kind;
  if (taken.row && taken.row !== row) kinds.set(taken.row, kind);
  count(`event ${event.kind}`);
  for (const name of outcomesOf(row, event, taken)) count(name);
  return taken;
}

/** Which event made this row; undefined for a row that no event made. */
export function eventThatMade(row: GlobalTransaction): Event['kind'] | undefined {
  return kinds.get(row);
}

/** How often each outcome came up since the last time of asking. */
export function takeObservations(): [string, number][] {
  const taken = [...counts];
  counts.clear();
  return taken;
}

function count(name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function outcomesOf(row: GlobalTransaction | null, event: Event, { reply, row: after }: Step): string[] {
  const { kind } = event;
  const isLate = (row?.promised ?? 0) > 0;
  if (reply?.kind === 'alarm') return [`alarm ${kind}: ${reply.rule}`];
  if (reply?.kind === 'nack')
    return [`nack ${kind}${row?.decision ? ': decided otherwise' : ': promised higher'}`];
  if (reply?.kind === 'promised') return [`promise ${promiseOutcome(row, after)}`];
  if (reply?.kind === 'vote' && kind === 'prepare')
    return [`prepare ${prepareOutcome(reply.vote.kind, row)}`];
  if (reply?.kind === 'vote' || kind === 'voted')
    return [`vote ${event.kind === 'voted' ? event.vote.kind : ''}`];
  const hasGivenUp = after?.decision === 'abort' && row?.coordinatorState === 'preparing';
  if (kind === 'all-prepared' && hasGivenUp) return ['guard T3: a recovery ballot has begun'];
  if (kind === 'all-prepared' && after === row) return ['guard T3: no longer preparing'];
  if (kind === 'prepare-own' && hasGivenUp && isLate)
    return ['guard of own turn: a recovery ballot has begun'];
  if (kind === 'give-up' && after === row) return ['guard Tabort: no longer preparing'];
  if (kind === 'abort' && !row) return ['abort of a stranger leaves a tombstone'];
  if (event.kind === 'propose') return [`propose ${event.value}`];
  if (event.kind === 'learn' && after !== row) return [`learn ${event.decision}`];
  if (event.kind === 'accept' && after !== row) return [`accept ${acceptOutcome(event)}`];
  if (kind === 'acknowledged') return [acknowledgementOutcome(row, after)];
  return [];
}

function promiseOutcome(row: GlobalTransaction | null, after: GlobalTransaction | null): string {
  if (after?.decision) return 'answered with the decision';
  if (!row) return 'by a stranger';
  return after?.accepted ? `with ${after.accepted.value} accepted` : 'with nothing accepted';
}

function prepareOutcome(vote: string, row: GlobalTransaction | null): string {
  if (vote === 'yes') return 'again: yes';
  if (row?.decision) return 'after the decision: no';
  return (row?.promised ?? 0) > 0 ? 'after a promise: no' : 'again: no';
}

function acceptOutcome({ ballot, value, decided }: Event & { kind: 'accept' }): string {
  if (decided) return `of a decision: ${value}`;
  return ballot === 0 ? 'of ballot 0' : `of a recovery ballot: ${value}`;
}

function acknowledgementOutcome(row: GlobalTransaction | null, after: GlobalTransaction | null): string {
  if (after === row) return 'acknowledgement repeated or stale';
  return row?.decision === null && after?.decision ? 'acknowledgement decides' : 'acknowledgement noted';
}
