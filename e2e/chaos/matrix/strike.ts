import { waitUntil } from '@/scripts/wait-until';
import type { AirlineCode } from '../../api/airlines';
import { crashedAt, orderCrash, withdrawCrash } from '../processes/crash-order';
import { postmasterOf } from '../processes/kill-cluster';
import { sitePidOf } from '../processes/site-process';
import type { Cast } from './cast';
import { type Cell, isRecovery, type Part, type Point } from './cells';
import type { Stage } from './stage';

/** The crash of the coordinator before a recovery may take the prepare phase. */
const firstCrashMs = 8_000;
/** The others begin to resolve 5 to 7 s after the purchase began. */
const crashMs = 12_000;

/** Gives the orders for a cell; a recovery needs the coordinator's crash as well. */
export function armFor(stage: Stage, cell: Cell, { coordinator, candidates }: Cast): void {
  for (const candidate of candidates) armOne(candidate, cell);
  if (cell.story === 'recovery')
    armOne(coordinator, { moment: 'after commit', step: 'all-prepared', part: 'app' });
  if (cell.story !== 'late-news') return;
  for (const unheard of candidates)
    stage.network.link(coordinator, unheard).treat({ kind: 'cut', only: 'accept' });
  armOne(coordinator, { moment: 'before commit', step: 'acknowledged', part: 'app' });
}

function armOne(
  airline: AirlineCode,
  { moment, step, part }: Pick<Point, 'moment' | 'step'> & { part: Part },
): void {
  const target =
    part === 'app'
      ? ({ pid: sitePidOf(airline), signal: 'SIGKILL' } as const)
      : ({ pid: postmasterOf(airline), signal: 'SIGQUIT' } as const);
  orderCrash(airline, { moment, step, ...target });
}

/** Who was struck, and when in ms since 1970. */
export type Strike = { victim: AirlineCode; at: number };

/** Waits for the crashes that were ordered; null when one did not come to pass. Orders left over are withdrawn. */
export async function struck(cell: Cell, { coordinator, candidates }: Cast): Promise<Strike | null> {
  const inRecovery = isRecovery(cell);
  if (inRecovery && !(await waitUntil(() => crashedAt(coordinator), firstCrashMs, 10))) return null;
  const look = () => {
    const victim = candidates.find((code) => crashedAt(code) !== null);
    return victim ? { victim, at: crashedAt(victim) ?? Date.now() } : null;
  };
  const strike = await waitUntil(look, inRecovery ? crashMs : firstCrashMs, 5);
  for (const code of candidates) if (code !== strike?.victim) withdrawCrash(code);
  return strike;
}
