/** What a link does with each request. */
export type Treatment =
  | { kind: 'pass' }
  /** Every connection ends at once; with `only` those that carry this procedure. */
  | { kind: 'cut'; only?: string }
  /** Half-open: taken, and nothing ever said. */
  | { kind: 'silent' }
  | { kind: 'slow'; delayMs: number }
  /** The request arrives, its answer does not. */
  | { kind: 'answer-lost' }
  /** The request arrives this often, the later ones after a pause; the first answer counts. */
  | { kind: 'duplicate'; times: number; pauseMs: number }
  /** The answer ends in the middle. */
  | { kind: 'truncated' }
  /** This share of the requests is lost, before or after it arrived. */
  | { kind: 'lossy'; share: number };

export const pass: Treatment = { kind: 'pass' };

/** For logs: `slow 1200 ms`. */
export function describeTreatment(treatment: Treatment): string {
  switch (treatment.kind) {
    case 'slow':
      return `slow ${treatment.delayMs} ms`;
    case 'duplicate':
      return `duplicate ${treatment.times} times`;
    case 'lossy':
      return `lossy ${Math.round(treatment.share * 100)} %`;
    default:
      return treatment.kind;
  }
}
