import { invariant } from '../assert';
import type { Engine } from './engine';
import { perform } from './perform';
import type { GlobalTransaction, VoteRefusal } from './transaction';

/** Tabort, if it is still allowed; answers with the row as it is then, which may be a commit that came before. */
export async function giveUp(engine: Engine, id: string, refusal: VoteRefusal): Promise<GlobalTransaction> {
  const taken = await perform(engine, id, { event: { kind: 'give-up', refusal } });
  invariant(taken?.row, 'a coordinator gives up what it has begun');
  return taken.row;
}
