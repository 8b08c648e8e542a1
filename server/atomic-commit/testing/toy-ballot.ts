import { valueToPropose } from '../ballot';
import type { EventOf } from '../events';
import { type Accepted, type Binding, isMajority, type Self } from '../transaction';

type Promised = { accepted: Accepted | null; binding: Binding | null };

/** The volatile half of a recovery ballot in a transcript: who has promised, who has accepted. */
export class ToyBallot {
  private readonly promises: Promised[] = [];
  private acceptances = 0;
  proposal: EventOf<'propose'> | null = null;

  constructor(
    private readonly self: Self,
    private readonly ballot: number,
  ) {}

  /** Counts a promise; the proposal, once a majority has promised. */
  promised(promise: Promised): EventOf<'propose'> | null {
    this.promises.push(promise);
    if (this.proposal || !isMajority(this.promises.length, this.self.members)) return null;
    const value = valueToPropose(this.promises.map(({ accepted }) => accepted));
    const binding = this.promises.find((each) => each.binding !== null)?.binding ?? null;
    this.proposal = { kind: 'propose', ballot: this.ballot, value, binding };
    this.acceptances = 1;
    return this.proposal;
  }

  /** Counts an acknowledgement; true when it makes a majority with the proposer's own acceptance. */
  acknowledged(): boolean {
    this.acceptances += 1;
    return isMajority(this.acceptances, this.self.members);
  }
}
