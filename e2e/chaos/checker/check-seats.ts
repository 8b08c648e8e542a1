import { grouped } from '../grouped';
import type { Evidence, Violation } from './evidence';
import { type Sale, type SeatKey, seatKey, seatsOf } from './sales';

/** 1, 2 and 10: what is sold is sold by one decided sale, and every seat of a sale is sold by its owner. */
export function checkSeats(evidence: Evidence, sales: readonly Sale[]): Violation[] {
  const rightful = new Map<SeatKey, Sale>();
  const twice: Violation[] = [];
  for (const sale of sales.filter(({ isCancelled }) => !isCancelled)) {
    for (const seat of seatsOf(sale.work)) {
      const key = seatKey(seat.airline, seat);
      const other = rightful.get(key);
      if (other) twice.push({ invariant: 2, what: `${key} is sold by ${other.id} and by ${sale.id}` });
      rightful.set(key, sale);
    }
  }
  return [
    ...twice,
    ...checkClaims(evidence, rightful),
    ...checkCoupons(evidence, rightful),
    ...checkOwners(evidence),
    ...checkIntervals(sales),
  ];
}

function checkClaims({ claims }: Evidence, rightful: Map<SeatKey, Sale>): Violation[] {
  const claimed = new Map(claims.map((claim) => [seatKey(claim.airline, claim), claim]));
  const lost = [...rightful].flatMap(([key, { id }]) => {
    const claim = claimed.get(key);
    if (claim?.state === 'sold' && claim.id === id) return [];
    return [
      {
        invariant: 1,
        what: `${key} belongs to ${id}, and is ${claim ? `${claim.state} by ${claim.id}` : 'free'}`,
      },
    ];
  });
  const orphaned = [...claimed].flatMap(([key, { state, id }]) => {
    if (rightful.has(key)) return [];
    return [{ invariant: 1, what: `${key} is ${state} by ${id}, which has not sold it` }];
  });
  return [...lost, ...orphaned];
}

function checkCoupons({ coupons }: Evidence, rightful: Map<SeatKey, Sale>): Violation[] {
  const valid = grouped(
    coupons.filter(({ state }) => state === 'open'),
    (coupon) => seatKey(coupon.airline, coupon),
  );
  const several = [...valid].filter(([, found]) => found.length > 1);
  const missing = [...rightful].filter(
    ([key, { work }]) => !valid.get(key)?.some(({ recordLocator }) => recordLocator === work.recordLocator),
  );
  const orphaned = [...valid.keys()].filter((key) => !rightful.has(key));
  return [
    ...several.map(([key, found]) => ({ invariant: 2, what: `${key} has ${found.length} valid coupons` })),
    ...missing.map(([key, { id }]) => ({ invariant: 1, what: `${key} is sold by ${id} without a coupon` })),
    ...orphaned.map((key) => ({ invariant: 1, what: `${key} has a valid coupon and no sale` })),
  ];
}

/** 10: nobody has claims or coupons on another airline's legs. */
function checkOwners({ claims, coupons }: Evidence): Violation[] {
  return [...claims, ...coupons]
    .filter(({ airline, legId }) => !legId.startsWith(`${airline}:`))
    .map(({ airline, legId, seat }) => ({ invariant: 10, what: `${airline} has sold ${legId} ${seat}` }));
}

/** 2, by history: a seat is sold again only after its owner has cancelled the sale before. */
function checkIntervals(sales: readonly Sale[]): Violation[] {
  const spans = sales.flatMap((sale) =>
    seatsOf(sale.work).flatMap((seat) => {
      const from = decidedAt(sale, seat.airline);
      if (from === null) return [];
      const until = sale.cancellation ? (decidedAt(sale.cancellation, seat.airline) ?? Infinity) : Infinity;
      return [{ key: seatKey(seat.airline, seat), id: sale.id, from, until }];
    }),
  );
  return [...grouped(spans, ({ key }) => key)].flatMap(([key, ofSeat]) => {
    const inTime = ofSeat.sort((a, b) => a.from - b.from);
    return inTime.flatMap((span, index) => {
      const next = inTime[index + 1];
      if (!next || next.from >= span.until) return [];
      return [{ invariant: 2, what: `${key} was sold by ${next.id} while ${span.id} had it` }];
    });
  });
}

function decidedAt({ rows }: Pick<Sale, 'rows'>, airline: string): number | null {
  return rows.find((row) => row.airline === airline)?.decidedAt ?? null;
}
