import fc from 'fast-check';
import type { AirlineCode } from '../../domain/airline-code';
import { hashOf } from '../canonical-json';
import type { Event, Reply, Vote, WorkToDo } from '../events';
import type { Manifest } from '../manifest';
import { step } from '../step';
import type { GlobalTransaction, Self } from '../transaction';

const three = ['rumos', 'giro', 'boreal'] as AirlineCode[];
/** An alliance of five exists only in tests, so its names are not in the closed list of codes. */
const five = [...three, 'aurora', 'litoral'] as AirlineCode[];

const votes = fc.constantFrom<Vote>(
  { kind: 'yes' },
  { kind: 'yes' },
  { kind: 'no', refusal: { code: 'SEAT_TAKEN' } },
);

const decisions = fc.constantFrom('commit', 'abort');

/** Any event that can reach the row of `manifest` at this airline, honest, repeated, late or lying. */
function eventsAt({ airline, members }: Self, manifest: Manifest): fc.Arbitrary<Event> {
  const changed: Manifest = { ...manifest, work: { changed: true } };
  const bound = fc
    .constantFrom(manifest, manifest, manifest, changed)
    .map((content) => ({ manifest: content, manifestHash: hashOf(content) }));
  const others = fc.constantFrom(...members.filter((code) => code !== airline));
  const isCoordinator = manifest.coordinator === airline;
  const id = manifest.globalTransactionId;
  const accept = fc
    .record({
      bound,
      // Ballot 0 belongs to the coordinator, which does not send to itself.
      ballot: fc.integer({ min: isCoordinator ? 1 : 0, max: 3 }),
      value: decisions,
      decided: fc.boolean(),
    })
    .map(
      ({ bound: binding, ...rest }): Event => ({
        kind: 'accept',
        globalTransactionId: id,
        coordinator: manifest.coordinator,
        binding,
        ...rest,
      }),
    );
  const abort = others.map((coordinator): Event => ({ kind: 'abort', globalTransactionId: id, coordinator }));
  const learn = decisions.map((decision): Event => ({ kind: 'learn', decision }));
  const own: fc.Arbitrary<Event>[] = [
    fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()).map(([prepareOwn, ...isContested]) => ({
      kind: 'begin',
      manifest,
      manifestHash: hashOf(manifest),
      privateWork: null,
      prepareOwn: prepareOwn && manifest.participants.includes(airline),
      refusal: isContested.every(Boolean) ? { code: 'SEAT_CONTESTED' } : undefined,
    })),
    fc.constant({ kind: 'all-prepared' }),
    fc.constant({ kind: 'give-up', refusal: { code: 'AIRLINE_OFFLINE' } }),
    fc.tuple(others, fc.boolean()).map(([from, decided]) => ({ kind: 'acknowledged', from, decided })),
  ];
  if (manifest.participants.includes(airline)) own.push(fc.constant({ kind: 'prepare-own' }));
  const prepare = bound.map((content): Event => ({ kind: 'prepare', ...content, privateWork: null }));
  const asked = manifest.participants.includes(airline) ? [prepare, prepare] : [];
  return fc.oneof(accept, abort, learn, ...(isCoordinator ? own : asked));
}

export type Happening = { event: Event; vote: Vote; promise: number };

/** One airline, one global transaction, and what happens to it. `promise` > 0: a recovery ballot asks first (T8). */
export const histories = fc.constantFrom(three, five).chain((members) =>
  fc
    .record({
      airline: fc.constantFrom(...members),
      coordinator: fc.constantFrom(...members),
      participants: fc.subarray(members, { minLength: 1 }),
    })
    .chain(({ airline, coordinator, participants }) => {
      const manifest: Manifest = { globalTransactionId: 't1', coordinator, participants, work: {} };
      const self: Self = { airline, members };
      const promise = fc.oneof(
        { weight: 9, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
      );
      const happenings = fc.array(fc.record({ event: eventsAt(self, manifest), vote: votes, promise }), {
        maxLength: 25,
      });
      return fc.record({ self: fc.constant(self), manifest: fc.constant(manifest), happenings });
    }),
);

export type Taken = {
  before: GlobalTransaction | null;
  after: GlobalTransaction | null;
  works: WorkToDo[];
  reply?: Reply;
};

/** What a driver would never ask: these events need a row, and some of them a certain one. */
function isApplicable({ airline }: Self, row: GlobalTransaction | null, { kind }: Event): boolean {
  const hasNoVote = row?.manifest?.participants.includes(airline) && row.participantState === 'none';
  if (kind === 'all-prepared' && row?.coordinatorState === 'preparing' && hasNoVote) return false;
  if (kind === 'acknowledged')
    return row?.coordinatorState === 'committing' || row?.coordinatorState === 'done';
  return row !== null || !['learn', 'all-prepared', 'give-up', 'prepare-own'].includes(kind);
}

/** One event as the driver takes it, with the work's vote in the middle. Null: no driver would ask. */
export function take(self: Self, before: GlobalTransaction | null, { event, vote }: Happening): Taken | null {
  if (!isApplicable(self, before, event)) return null;
  const works: WorkToDo[] = [];
  let taken = step(self, before, event);
  if (taken.work) works.push(taken.work);
  if (taken.work === 'prepare') {
    taken = step(self, taken.row, { kind: 'voted', vote });
    if (taken.work) works.push(taken.work);
  }
  return { before, after: taken.row, works, reply: taken.reply };
}

function promising(row: GlobalTransaction | null, ballot: number): GlobalTransaction | null {
  return row && ballot > row.promised ? { ...row, promised: ballot } : row;
}

/** All steps of a history, from no row. */
export function play(self: Self, happenings: readonly Happening[]): Taken[] {
  const steps: Taken[] = [];
  let row: GlobalTransaction | null = null;
  for (const happening of happenings) {
    const taken = take(self, promising(row, happening.promise), happening);
    if (!taken) continue;
    steps.push(taken);
    row = taken.after;
  }
  return steps;
}
