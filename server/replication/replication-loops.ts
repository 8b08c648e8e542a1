import { trimLog } from './change-log/trim-log';
import type { Replication } from './entity';
import { startPullLoops } from './exchange/pull-loops';
import { retrySetAside } from './exchange/retry-set-aside';
import { startSequencerLoop } from './exchange/sequencer-loop';
import { joinLoops, type Loop, startLoop } from './loop';

const hourMs = 3_600_000;

/** Of a clock that was ahead: its changes are applied at most so long after their time has come. */
const setAsideMs = 5_000;

/** Everything that replication does by itself. */
export function startReplicationLoops(replication: Replication): Loop {
  const { airline } = replication;
  return joinLoops([
    startSequencerLoop(replication),
    startPullLoops(replication),
    startSetAsideLoop(replication),
    startLoop({
      name: 'change log trimmed',
      log: airline.log,
      round: () => trimLog(airline),
      pauseMs: () => hourMs,
    }),
  ]);
}

/** A start may be that of a version which knows more; later only time makes a difference. */
function startSetAsideLoop(replication: Replication): Loop {
  let isFirst = true;
  return startLoop({
    name: 'changes set aside',
    log: replication.airline.log,
    round: async () => {
      await retrySetAside(replication, isFirst ? ['future', 'unknown', 'unreadable'] : ['future']);
      isFirst = false;
    },
    pauseMs: () => setAsideMs,
  });
}
