import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';
import { hashOf } from './canonical-json';

// PostgreSQL's own guards against the state tables of docs/protocol.md, both ways: nothing that they forbid is accepted,
// nothing that they allow is refused. A story is a row and what arbitrary statements try to make of it; one round trip.

/** GUARD_RUNS=500000 asks for more. */
// biome-ignore lint/style/noProcessEnv: how long this one test runs is its caller's affair
const runs = Number(process.env.GUARD_RUNS ?? 2_000);
const deadlineMs = 60_000 + runs * 20;

type Value = string | number | boolean | null | object;
type Row = Record<string, Value>;
type Attempt = { kind: 'insert' | 'update' | 'delete'; columns: Row };

/** What must hold; a rule that speaks of `before` is about a move. The first that is broken is the reason of a refusal. */
type Rule = { name: string; holds: (after: Row, before: Row | null) => boolean };

/** Says what each attempt of a story must come to, and by which rule. */
function foretell(rules: readonly Rule[], start: Row, story: readonly Attempt[]) {
  let row: Row | null = null;
  const outcomes: (string | null)[] = [];
  for (const { kind, columns } of story) {
    const after: Row = { ...(row ?? start), ...columns };
    const isMeant = kind === 'insert' || row !== null;
    const broken = isMeant ? brokenBy(rules, { kind, before: row, after }) : null;
    outcomes.push(broken);
    if (broken === null && isMeant) row = kind === 'delete' ? null : after;
  }
  return { outcomes, row };
}

type Change = { kind: Attempt['kind']; before: Row | null; after: Row };

function brokenBy(rules: readonly Rule[], { kind, before, after }: Change): string | null {
  if (kind === 'insert' && before) return 'one row for each key';
  if (kind === 'delete') return rules.find(({ name }) => name === 'never forgotten')?.name ?? null;
  return rules.find((rule) => !rule.holds(after, before))?.name ?? null;
}

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await createPlayer('global_transactions');
  await createPlayer('seat_claims');
});

afterAll(() => database.drop());

/** A function that plays a story on an empty table, says which attempts were accepted and what was left, and undoes it. */
async function createPlayer(table: string): Promise<void> {
  const { sql } = database;
  const columns = await sql<{ name: string }[]>`
    select column_name as name from information_schema.columns where table_name = ${table} and table_schema = 'public'`;
  const list = columns.map(({ name }) => name).join(', ');
  await sql.unsafe(`
    create function play_${table}(story jsonb) returns jsonb language plpgsql as $$
    declare
      attempt jsonb;
      accepted boolean[] := '{}';
      left_over jsonb;
    begin
      begin
        for attempt in select * from jsonb_array_elements(story) loop
          begin
            case attempt ->> 'kind'
              when 'insert' then
                insert into ${table} select * from jsonb_populate_record(null::${table}, attempt -> 'columns');
              when 'update' then
                update ${table} as t set (${list}) =
                  (select ${list} from jsonb_populate_record(t, attempt -> 'columns'));
              else delete from ${table};
            end case;
            accepted := accepted || true;
          exception when check_violation or not_null_violation or unique_violation then
            accepted := accepted || false;
          end;
        end loop;
        select to_jsonb(t) into left_over from ${table} as t;
        raise exception 'played' using errcode = 'P0002';
      exception when no_data_found then null;
      end;
      return jsonb_build_object('accepted', accepted, 'row', left_over);
    end $$`);
}

type Played = { accepted: boolean[]; row: Row | null };

async function play(table: string, story: readonly Attempt[]): Promise<Played> {
  const { sql } = database;
  const [answer] = await sql<{ played: Played }[]>`
    select ${sql(`play_${table}`)}(${sql.json(story as never)}) as played`;
  if (!answer) throw new Error('a function answers');
  return answer.played;
}

type Guarded = { table: string; rules: readonly Rule[]; start: Row; attempts: fc.Arbitrary<Attempt> };

/** Plays arbitrary stories and returns how often each rule refused something, and how much was accepted. */
async function compare({ table, rules, start, attempts }: Guarded): Promise<Map<string, number>> {
  const met = new Map<string, number>();
  const story = fc.array(attempts, { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(story, async (moves) => {
      const whole = moves.map((move) =>
        move.kind === 'insert' ? { ...move, columns: { ...start, ...move.columns } } : move,
      );
      const { outcomes, row } = foretell(rules, start, whole);
      const played = await play(table, whole);
      expect(
        played.accepted.map((isAccepted, at) => (isAccepted ? null : (outcomes[at] ?? 'allowed'))),
      ).toEqual(outcomes);
      expect(played.row && recognizable(played.row)).toEqual(row && recognizable(row));
      for (const outcome of outcomes)
        met.set(outcome ?? 'accepted', (met.get(outcome ?? 'accepted') ?? 0) + 1);
    }),
    { numRuns: runs, seed: 20_261_121 },
  );
  return met;
}

/** Instants are written in several ways; that one is there is all that a rule asks. */
function recognizable(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, /_(at|until)$/.test(name) ? value !== null : value]),
  );
}

const at = '2026-12-01T12:00:00+00:00';
const hash = (letter: string) => letter.repeat(64);
const oneOf = <T extends Value>(...values: T[]) => fc.constantFrom<Value>(...values);

/** One to three columns, each with any value that a bug might write. */
function anyColumns(values: Record<string, fc.Arbitrary<Value>>): fc.Arbitrary<Row> {
  return fc
    .subarray(Object.keys(values), { minLength: 1, maxLength: 3 })
    .chain((names) =>
      fc.record(Object.fromEntries(names.map((name) => [name, values[name] ?? fc.constant(null)]))),
    );
}

const among = (name: string, values: readonly Value[]): Rule => ({
  name: `${name} is in its table`,
  holds: (after) => values.includes(after[name] ?? null),
});

const ballot = (row: Row | null) => (typeof row?.accepted_ballot === 'number' ? row.accepted_ballot : -1);
const number = (value: Value | undefined) => (typeof value === 'number' ? value : -1);
const pair = (name: string, before: Row, after: Row) => `${before[name]} → ${after[name]}`;

const moveOf = (name: string, moves: readonly string[]): Rule => ({
  name: `${name} moves along its table`,
  holds: (after, before) =>
    before === null || before[name] === after[name] || moves.includes(pair(name, before, after)),
});

const keeps = (name: string, unless: (before: Row) => boolean): Rule => ({
  name: `${name} is written once`,
  holds: (after, before) => before === null || unless(before) || before[name] === after[name],
});

/** docs/protocol.md, "The row" and "States". */
const rowRules: readonly Rule[] = [
  { name: 'never forgotten', holds: () => true },
  { name: 'a coordinator', holds: ({ coordinator }) => coordinator !== null },
  among('coordinator_state', ['none', 'preparing', 'committing', 'done']),
  among('participant_state', ['none', 'prepared', 'refused', 'sold', 'freed']),
  among('decision', [null, 'commit', 'abort']),
  among('accepted_value', [null, 'commit', 'abort']),
  {
    name: 'ballot and value are accepted together',
    holds: (after) => (after.accepted_ballot === null) === (after.accepted_value === null),
  },
  {
    name: 'what is accepted is a ballot',
    holds: (after) => after.accepted_ballot === null || number(after.accepted_ballot) >= 0,
  },
  { name: 'a promise is a ballot', holds: ({ promised }) => number(promised) >= 0 },
  {
    name: 'nothing is accepted above the promise',
    holds: (after) => ballot(after) <= number(after.promised),
  },
  {
    name: 'sold is decided',
    holds: ({ participant_state: state, decision }) => state !== 'sold' || decision === 'commit',
  },
  {
    name: 'refused and freed are decided',
    holds: ({ participant_state: state, decision }) =>
      (state !== 'refused' && state !== 'freed') || decision === 'abort',
  },
  {
    name: 'prepared is undecided',
    holds: ({ participant_state: state, decision }) => state !== 'prepared' || decision === null,
  },
  {
    name: 'a coordinator is done when it is decided',
    holds: ({ coordinator_state: state, decision }) =>
      state === 'none' || (state === 'done') === (decision !== null),
  },
  {
    name: 'committing has accepted',
    holds: (after) => after.coordinator_state !== 'committing' || ballot(after) >= 0,
  },
  {
    name: 'ballot 0 proposes commit alone',
    holds: (after) => ballot(after) !== 0 || after.accepted_value === 'commit',
  },
  {
    name: 'content and hash go together',
    holds: (after) => (after.manifest === null) === (after.manifest_hash === null),
  },
  {
    name: 'what is undecided is looked at again',
    holds: ({ decision, resolve_at: due }) => decision !== null || due !== null,
  },
  keeps('coordinator', () => false),
  keeps('manifest_hash', (before) => before.manifest_hash === null),
  {
    name: 'manifest is written once',
    holds: ({ manifest }, before) =>
      before === null || before.manifest_hash === null || hashOf(manifest) === hashOf(before.manifest),
  },
  keeps('decision', (before) => before.decision === null),
  {
    name: 'a promise is never taken back',
    holds: (after, before) => number(after.promised) >= number(before?.promised),
  },
  { name: 'an accepted ballot never decreases', holds: (after, before) => ballot(after) >= ballot(before) },
  {
    name: 'one ballot has one value',
    holds: (after, before) =>
      ballot(before) !== ballot(after) ||
      before?.accepted_value === undefined ||
      before.accepted_value === after.accepted_value,
  },
  {
    name: 'nothing is accepted below the promise',
    holds: (after, before) => ballot(after) === ballot(before) || ballot(after) >= number(before?.promised),
  },
  {
    name: 'no coordinator proposes after a promise',
    holds: (after, before) =>
      before?.coordinator_state !== 'preparing' ||
      after.coordinator_state !== 'committing' ||
      before.promised === 0,
  },
  moveOf('participant_state', [
    'none → prepared',
    'none → refused',
    'none → freed',
    'prepared → sold',
    'prepared → freed',
  ]),
  moveOf('coordinator_state', [
    'none → done',
    'preparing → committing',
    'preparing → done',
    'committing → done',
  ]),
];

const emptyRow: Row = {
  id: '0197a0de-0000-7000-8000-000000000001',
  coordinator: 'giro',
  manifest: { work: 1 },
  manifest_hash: hash('a'),
  private_work: null,
  coordinator_state: 'none',
  participant_state: 'none',
  promised: 0,
  accepted_ballot: null,
  accepted_value: null,
  decision: null,
  acknowledged: [],
  refusal: null,
  resolve_at: at,
  created_at: at,
  decided_at: null,
};

const ballots = fc.integer({ min: 0, max: 9 });

/** What the engine itself writes, with whatever ballots. */
const protocolMoves: fc.Arbitrary<Row> = fc.oneof(
  oneOf(
    { participant_state: 'prepared' },
    { participant_state: 'refused', decision: 'abort' },
    { participant_state: 'freed', decision: 'abort' },
    { participant_state: 'sold', decision: 'commit' },
    { coordinator_state: 'committing', accepted_ballot: 0, accepted_value: 'commit' },
    { coordinator_state: 'done', decision: 'abort', participant_state: 'freed', resolve_at: null },
    { coordinator_state: 'done', decision: 'commit', participant_state: 'sold' },
    { coordinator_state: 'done', decision: 'abort' },
    { manifest: { work: 1 }, manifest_hash: hash('a') },
    { acknowledged: ['rumos'], resolve_at: null },
  ),
  ballots.map((promised) => ({ promised })),
  fc.tuple(ballots, oneOf('commit', 'abort')).map(([promised, accepted_value]) => ({
    promised,
    accepted_ballot: promised,
    accepted_value,
  })),
) as fc.Arbitrary<Row>;

const bugs = anyColumns({
  coordinator: oneOf('giro', 'boreal', null),
  manifest: oneOf({ work: 1 }, { work: 2 }, null),
  manifest_hash: oneOf(hash('a'), hash('b'), null),
  coordinator_state: oneOf('none', 'preparing', 'committing', 'done', 'thinking', null),
  participant_state: oneOf('none', 'prepared', 'refused', 'sold', 'freed', 'waiting', null),
  promised: fc.oneof(fc.integer({ min: -1, max: 9 }), oneOf(null)),
  accepted_ballot: fc.oneof(fc.integer({ min: -1, max: 9 }), oneOf(null)),
  accepted_value: oneOf('commit', 'abort', 'maybe', null),
  decision: oneOf('commit', 'abort', 'maybe', null),
  resolve_at: oneOf(at, null),
});

const births: fc.Arbitrary<Row> = fc.oneof(
  oneOf(
    {},
    { coordinator_state: 'preparing' },
    { coordinator_state: 'preparing', participant_state: 'prepared' },
    { participant_state: 'prepared' },
    { manifest: null, manifest_hash: null },
  ),
  bugs,
) as fc.Arbitrary<Row>;

const rowAttempts: fc.Arbitrary<Attempt> = fc.oneof(
  { weight: 2, arbitrary: births.map((columns): Attempt => ({ kind: 'insert', columns })) },
  { weight: 4, arbitrary: protocolMoves.map((columns): Attempt => ({ kind: 'update', columns })) },
  { weight: 3, arbitrary: bugs.map((columns): Attempt => ({ kind: 'update', columns })) },
  { weight: 1, arbitrary: fc.constant<Attempt>({ kind: 'delete', columns: {} }) },
);

const inState = ({ state }: Row, ...states: string[]) => states.includes(String(state));

/** `db/schema/inventory.ts`: what a claim in each state consists of. How it may move is for the statements that move it. */
const claimRules: readonly Rule[] = [
  among('state', ['held', 'prepared', 'sold', 'blocked']),
  { name: 'a seat', holds: ({ seat }) => /^[1-9][0-9]?[A-K]$/.test(String(seat)) },
  { name: 'a leg', holds: ({ leg_id: legId }) => legId !== null },
  { name: 'an hour of birth', holds: ({ claimed_at: claimedAt }) => claimedAt !== null },
  {
    name: 'a hold alone has an end',
    holds: (after) => (after.hold_until !== null) === inState(after, 'held'),
  },
  {
    name: 'a hold has a draft',
    holds: (after) => !inState(after, 'held') || after.booking_draft_id !== null,
  },
  {
    name: 'prepared and sold alone name their transaction',
    holds: (after) => (after.global_transaction_id !== null) === inState(after, 'prepared', 'sold'),
  },
];

const uuid = '0197a0de-0000-7000-8000-000000000002';

const freeClaim: Row = {
  leg_id: 'rumos:101:2026-12-22:RBR',
  seat: '1A',
  state: 'blocked',
  claimed_at: at,
  hold_until: null,
  customer_id: null,
  booking_draft_id: null,
  global_transaction_id: null,
};

const claimMoves = oneOf(
  { state: 'held', hold_until: at, booking_draft_id: uuid, global_transaction_id: null },
  { state: 'prepared', hold_until: null, global_transaction_id: uuid },
  { state: 'sold', hold_until: null, global_transaction_id: uuid },
  { state: 'sold' },
) as fc.Arbitrary<Row>;

const claimBugs = anyColumns({
  leg_id: oneOf('rumos:101:2026-12-22:RBR', null),
  seat: oneOf('1A', '1L', '0A', 'A1', '100A', null),
  state: oneOf('held', 'prepared', 'sold', 'blocked', 'pending', null),
  claimed_at: oneOf(at, null),
  hold_until: oneOf(at, null),
  customer_id: oneOf(uuid, null),
  booking_draft_id: oneOf(uuid, null),
  global_transaction_id: oneOf(uuid, null),
});

const claimAttempts: fc.Arbitrary<Attempt> = fc.oneof(
  { weight: 3, arbitrary: claimMoves.map((columns): Attempt => ({ kind: 'insert', columns })) },
  { weight: 3, arbitrary: claimMoves.map((columns): Attempt => ({ kind: 'update', columns })) },
  { weight: 4, arbitrary: claimBugs.map((columns): Attempt => ({ kind: 'update', columns })) },
  { weight: 1, arbitrary: fc.constant<Attempt>({ kind: 'delete', columns: {} }) },
);

const row: Guarded = {
  table: 'global_transactions',
  rules: rowRules,
  start: emptyRow,
  attempts: rowAttempts,
};
const claim: Guarded = { table: 'seat_claims', rules: claimRules, start: freeClaim, attempts: claimAttempts };

describe('PostgreSQL and the state tables agree', () => {
  it.each<[string, Guarded]>([
    ['the row of a global transaction', row],
    ['a claim on a seat', claim],
  ])(
    'on what may become of %s, and every rule was tried',
    async (_what, guarded) => {
      const met = await compare(guarded);
      const neverBroken = guarded.rules.map(({ name }) => name).filter((name) => !met.has(name));
      expect(neverBroken).toEqual([]);
      expect(met.get('accepted')).toBeGreaterThan(runs);
    },
    deadlineMs,
  );

  it.each<[string, Guarded, string]>([
    ['the trigger', row, 'drop trigger global_transactions_guard on global_transactions'],
    [
      'a constraint of the row',
      row,
      'alter table global_transactions drop constraint global_transactions_sold_is_decided',
    ],
    ['the constraint of a claim', claim, 'alter table seat_claims drop constraint seat_claims_state'],
  ])(
    'and the comparison notices when %s is missing',
    async (_what, guarded, remove) => {
      const intact = database;
      database = await createTestDatabase();
      try {
        await createPlayer(guarded.table);
        await database.sql.unsafe(remove);
        await expect(compare(guarded)).rejects.toThrow('Property failed');
      } finally {
        await database.drop();
        database = intact;
      }
    },
    deadlineMs,
  );
});
