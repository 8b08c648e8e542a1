import type { Evidence, Violation } from './evidence';

export type FreshDemand = {
  /** Of purchases over one, two and three airlines each. */
  ofEachKind: number;
  withinMs: number;
};

/** 12: after the chaos new purchases of every kind succeed at once. */
export function checkFresh({ history }: Pick<Evidence, 'history'>, demand: FreshDemand): Violation[] {
  const succeeded = new Map<number, number>();
  const slow: Violation[] = [];
  for (const intent of history) {
    if (intent.event !== 'intent' || !intent.fresh) continue;
    const kind = intent.seats?.length ?? 0;
    const answer = history.find((event) => event.event === 'answer' && event.intent === intent.intent);
    const took = answer ? answer.at - intent.at : Number.POSITIVE_INFINITY;
    const status = answer?.event === 'answer' ? answer.status : 'unanswered';
    if (status === 'confirmed' && took <= demand.withinMs)
      succeeded.set(kind, (succeeded.get(kind) ?? 0) + 1);
    else slow.push({ invariant: 12, what: `a new purchase over ${kind} was ${status} after ${took} ms` });
  }
  const missing = [1, 2, 3].filter((kind) => (succeeded.get(kind) ?? 0) < demand.ofEachKind);
  return [
    ...slow,
    ...missing.map((kind) => ({
      invariant: 12,
      what: `${succeeded.get(kind) ?? 0} of ${demand.ofEachKind} new purchases over ${kind} succeeded`,
    })),
  ];
}
