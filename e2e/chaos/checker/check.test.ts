import { describe, expect, it } from 'vitest';
import { check } from './check';
import { checkFresh } from './check-fresh';
import type { Evidence, TransactionRow } from './evidence';
import type { Heard, Intent } from './history';
import { Watch } from './watch';

const legs = { rumos: 'rumos:1:2026-12-01:GRU', giro: 'giro:2:2026-12-03:GRU' } as const;
const sold = [
  { airline: 'rumos', legId: legs.rumos, seat: '1A' },
  { airline: 'giro', legId: legs.giro, seat: '2B' },
] as const;

function row(changes: Partial<TransactionRow>): TransactionRow {
  return {
    airline: 'rumos',
    id: 't1',
    coordinator: 'rumos',
    decision: 'commit',
    coordinatorState: 'done',
    participantState: 'sold',
    promised: 0,
    acceptedBallot: 0,
    acceptedValue: 'commit',
    participants: ['rumos', 'giro'],
    work: {
      kind: 'sale',
      recordLocator: 'RAAAAA',
      parts: sold.map(({ airline, legId, seat }) => ({ airline, legs: [{ legId, seats: [{ seat }] }] })),
    },
    decidedAt: 1_000,
    ...changes,
  };
}

const intent: Intent = {
  event: 'intent',
  intent: 1,
  at: 0,
  what: 'buy',
  site: 'rumos',
  key: 'k1',
  seats: [...sold],
};

const told: Heard = {
  event: 'answer',
  intent: 1,
  askedAt: 0,
  at: 900,
  status: 'confirmed',
  globalTransactionId: 't1',
  recordLocator: 'RAAAAA',
  reason: null,
};

/** One sale over two airlines, bought by a client of the first and known to the witness. */
function oneSale(): Evidence {
  return {
    transactions: [
      row({}),
      row({ airline: 'giro', coordinatorState: 'none' }),
      row({ airline: 'boreal', coordinatorState: 'none', participantState: 'none' }),
    ],
    claims: sold.map((seat) => ({ ...seat, state: 'sold', id: 't1' })),
    coupons: sold.map((seat) => ({ ...seat, state: 'open', recordLocator: 'RAAAAA' })),
    bookings: (['rumos', 'giro'] as const).map((airline) => ({
      airline,
      recordLocator: 'RAAAAA',
      id: 't1',
      state: 'confirmed',
    })),
    requests: [{ airline: 'rumos', key: 'k1', id: 't1' }],
    history: [intent, told],
  };
}

/** The same sale after it was cancelled by `t2`. */
function cancelledSale(): Evidence {
  const evidence = oneSale();
  const cancellation = {
    id: 't2',
    work: { kind: 'cancellation', recordLocator: 'RAAAAA' } as const,
    decidedAt: 2_000,
  };
  return {
    ...evidence,
    transactions: [
      ...evidence.transactions,
      row(cancellation),
      row({ ...cancellation, airline: 'giro', coordinatorState: 'none' }),
    ],
    claims: [],
    coupons: evidence.coupons.map((coupon) => ({ ...coupon, state: 'refunded' })),
    bookings: evidence.bookings.map((booking) => ({ ...booking, state: 'cancelled' })),
  };
}

const found = (evidence: Evidence) => new Set(check(evidence).map(({ invariant }) => invariant));

/** The first row of a list, changed. */
const changeFirst = <Row>([first, ...rest]: Row[], changes: Partial<Row>): Row[] => [
  { ...(first as Row), ...changes },
  ...rest,
];

describe('the checker', () => {
  it('finds nothing wrong with a sale, nor with its cancellation', () => {
    expect(check(oneSale())).toEqual([]);
    expect(check(cancelledSale())).toEqual([]);
  });

  it.each<[string, number, (sale: Evidence) => Partial<Evidence>]>([
    ['a seat that its owner did not sell', 1, ({ claims }) => ({ claims: claims.slice(1) })],
    [
      'a seat that is still prepared',
      1,
      ({ claims }) => ({ claims: changeFirst(claims, { state: 'prepared' }) }),
    ],
    [
      'a seat that nobody has bought',
      1,
      ({ claims }) => ({ claims: [...claims, { ...sold[0], seat: '9F', state: 'sold', id: 't9' }] }),
    ],
    ['a sale without a coupon', 1, ({ coupons }) => ({ coupons: coupons.slice(1) })],
    [
      'a coupon without a sale',
      1,
      ({ coupons }) => ({
        coupons: [...coupons, { ...sold[0], seat: '9F', state: 'open', recordLocator: 'RXXXXX' }],
      }),
    ],
    [
      'an undecided transaction',
      1,
      ({ transactions }) => ({ transactions: changeFirst(transactions, { decision: null }) }),
    ],
    [
      'unequal decisions',
      1,
      ({ transactions }) => ({ transactions: changeFirst(transactions, { decision: 'abort' }) }),
    ],
    [
      'a participant that did not sell',
      1,
      ({ transactions }) => ({ transactions: changeFirst(transactions, { participantState: 'freed' }) }),
    ],
    [
      'a participant without a row',
      1,
      ({ transactions }) => ({ transactions: transactions.filter(({ airline }) => airline !== 'giro') }),
    ],
    [
      'two coupons on a seat',
      2,
      ({ coupons }) => ({ coupons: [...coupons, { ...sold[0], state: 'open', recordLocator: 'RBBBBB' }] }),
    ],
    [
      'a seat sold twice',
      2,
      ({ transactions }) => ({
        transactions: [...transactions, row({ id: 't3' }), row({ id: 't3', airline: 'giro' })],
      }),
    ],
    ['a booking that an airline does not know', 3, ({ bookings }) => ({ bookings: bookings.slice(1) })],
    [
      'a booking cancelled at one airline only',
      3,
      ({ bookings }) => ({ bookings: changeFirst(bookings, { state: 'cancelled' }) }),
    ],
    [
      'a confirmation of nothing',
      3,
      ({ history }) => ({
        history: [...history, { ...intent, intent: 2 }, { ...told, intent: 2, recordLocator: 'RNNNNN' }],
      }),
    ],
    [
      'a confirmation without one of the seats',
      3,
      () => ({ history: [{ ...intent, seats: [...sold, { ...sold[0], seat: '9F' }] }, told] }),
    ],
    ['a refusal of what is sold', 3, () => ({ history: [intent, { ...told, status: 'refused' as const }] })],
    [
      'a cancellation that was confirmed and did not happen',
      3,
      () => ({ history: [{ ...intent, what: 'cancel' as const, recordLocator: 'RAAAAA' }, told] }),
    ],
    [
      'a purchase that stays pending',
      3,
      () => ({ history: [intent, { ...told, status: 'pending' as const }] }),
    ],
    ['a purchase that nobody answered', 3, () => ({ history: [intent] })],
    [
      'two final answers to one key',
      4,
      ({ history }) => ({ history: [...history, { ...told, status: 'refused' as const }] }),
    ],
    [
      'a key that became two purchases',
      4,
      ({ history }) => ({ history: [...history, { ...told, globalTransactionId: 't8' }] }),
    ],
    [
      'another airline’s leg sold',
      10,
      ({ coupons }) => ({ coupons: changeFirst(coupons, { airline: 'boreal' }) }),
    ],
  ])('finds %s', (_, invariant, plant) => {
    const sale = oneSale();
    expect(found({ ...sale, ...plant(sale) })).toContain(invariant);
  });

  it('finds a seat that was sold again before it was given back', () => {
    const evidence = cancelledSale();
    const again = (decidedAt: number) => {
      const work = { ...row({}).work, recordLocator: 'RBBBBB' } as TransactionRow['work'];
      const rows = [row({ id: 't3', work, decidedAt }), row({ id: 't3', work, decidedAt, airline: 'giro' })];
      return { ...evidence, transactions: [...evidence.transactions, ...rows] };
    };
    expect(found(again(1_500))).toContain(2);
    expect(found(again(2_500))).not.toContain(2);
  });
});

describe('fresh purchases after the chaos', () => {
  const demand = { ofEachKind: 1, withinMs: 5_000 };
  const fresh = (seats: number, at: number): (Intent | Heard)[] => [
    { ...intent, intent: seats, fresh: true, seats: Array.from({ length: seats }, () => sold[0]) },
    { ...told, intent: seats, at },
  ];

  it('are enough when one of each kind succeeded in time', () => {
    expect(checkFresh({ history: [1, 2, 3].flatMap((kind) => fresh(kind, 900)) }, demand)).toEqual([]);
  });

  it('are missed when one is late or a kind was not tried', () => {
    const late = [...fresh(1, 900), ...fresh(2, 5_001), ...fresh(3, 900)];
    expect(checkFresh({ history: late }, demand)).not.toEqual([]);
    expect(checkFresh({ history: fresh(1, 900) }, demand)).not.toEqual([]);
  });
});

describe('the watch', () => {
  const glimpse = { airline: 'giro', id: 't1', promised: 4, acceptedBallot: 4, decision: 'abort' } as const;
  const seat = { airline: 'giro', legId: legs.giro, seat: '2B', id: 't1', waitsMs: 9_000 } as const;

  it('finds nothing in growing ballots and short waits', () => {
    const watch = new Watch(10_000);
    watch.see([{ ...glimpse, promised: 0, acceptedBallot: null, decision: null }], [seat]);
    watch.see([glimpse], [seat]);
    expect(watch.violations).toEqual([]);
    expect(watch.longestMs).toBe(9_000);
  });

  it.each([
    ['a promise taken back', { ...glimpse, promised: 1 }],
    ['an accepted ballot taken back', { ...glimpse, acceptedBallot: null }],
    ['a decision changed', { ...glimpse, decision: 'commit' as const }],
    ['a decision forgotten', { ...glimpse, decision: null }],
  ])('finds %s', (_, later) => {
    const watch = new Watch(10_000);
    watch.see([glimpse], []);
    watch.see([later], []);
    expect(watch.violations.map(({ invariant }) => invariant)).toEqual([8]);
  });

  it('finds a seat that stays prepared too long, once', () => {
    const watch = new Watch(10_000);
    for (const waitsMs of [10_500, 11_000]) watch.see([], [{ ...seat, waitsMs }]);
    expect(watch.violations.map(({ invariant }) => invariant)).toEqual([5]);
  });
});
