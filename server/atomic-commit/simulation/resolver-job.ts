import type { Engine } from '../engine';
import { resolveDue } from '../resolve';
import type { Incarnation } from './incarnation';

/** As the job in production: a round every second, never two at once in one process. */
const everyMs = 1_000;

/** Runs the resolver in this process for as long as it lives; the first round comes at once. */
export function watchDueRows(owner: Incarnation, engine: Engine): void {
  const { store } = owner.site;
  const round = async () => {
    try {
      // A round that finds nothing does nothing; most of them are spared.
      if (store.tables.look.size > 0) await resolveDue(engine);
    } catch (error) {
      engine.airline.log('warn', 'a round failed', { error });
    }
    owner.after(everyMs, round);
  };
  owner.after(owner.site.simulation.random.between(0, 50), round);
}
