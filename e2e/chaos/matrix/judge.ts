import { grouped } from '../grouped';
import type { Attempt } from '../purchase-attempt';
import type { Offer } from '../seat-pool';
import type { Cast } from './cast';
import type { FinalState } from './final-state';

export type Evidence = {
  cast: Cast;
  offers: readonly Offer[];
  /** When all have agreed, and after the client has asked once more. */
  before: FinalState;
  after: FinalState;
  /** What the client heard during the crash, and in the end. */
  first: Attempt;
  final: Attempt;
};

/** Everything that contradicts the promise, as sentences; empty when it was kept. */
export function judge(evidence: Evidence): string[] {
  const { cast, offers, before, after } = evidence;
  const wanted = offers.filter(({ airline }) => airline !== cast.refuser);
  return [
    ...before.odd,
    ...after.odd,
    ...unequalDecisions(after),
    ...halfSold(wanted, before),
    ...halfSold(wanted, after),
    ...changedMind(evidence),
    ...untrueAnswer(evidence, wanted),
  ];
}

function unequalDecisions({ decisions }: FinalState): string[] {
  const byId = grouped(decisions, ({ id }) => id);
  return [...byId].flatMap(([id, rows]) => {
    const said = new Set(rows.map(({ decision }) => decision));
    if (said.size === 1 && !said.has(null)) return [];
    return [`${id} is ${rows.map(({ airline, decision }) => `${decision} at ${airline}`).join(', ')}`];
  });
}

function halfSold(wanted: readonly Offer[], { soldBy }: FinalState): string[] {
  const buyers = new Set(wanted.map((offer) => soldBy.get(offer) ?? null));
  if (buyers.size <= 1) return [];
  return [
    `half sold: ${wanted.map((offer) => `${offer.legId} ${offer.seat} by ${soldBy.get(offer)}`).join(', ')}`,
  ];
}

function changedMind({ first, final }: Evidence): string[] {
  const isFinal = first.status === 'confirmed' || first.status === 'refused';
  if (!isFinal) return [];
  const isSame = first.status === final.status && first.globalTransactionId === final.globalTransactionId;
  return isSame ? [] : [`first ${first.status} (${first.reason}), then ${final.status} (${final.reason})`];
}

function untrueAnswer({ final, cast, after }: Evidence, wanted: readonly Offer[]): string[] {
  const id = final.globalTransactionId;
  const sold = wanted.filter((offer) => after.soldBy.get(offer) === id);
  if (final.status === 'confirmed') {
    const holders = new Set(
      after.bookings.filter((booking) => booking.id === id).map(({ airline }) => airline),
    );
    const missing = [cast.coordinator, ...cast.participants].filter((code) => !holders.has(code));
    return [
      ...(sold.length === wanted.length
        ? []
        : [`confirmed, and sold are ${sold.length} of ${wanted.length}`]),
      ...missing.map((code) => `confirmed, and ${code} has no booking`),
    ];
  }
  if (final.status === 'refused') return sold.length > 0 ? ['refused, and sold'] : [];
  return [`no final answer: ${final.status} ${final.reason}`];
}
