import { printLine, step } from '@/scripts/start/report';
import type { Databases } from '../databases';
import { type Stage, setStage } from '../matrix/stage';
import { settableClock } from '../processes/clocks';
import { createRandom } from '../random';
import { inTheatre } from '../theatre';
import { checkByCommand } from './check-by-command';
import { buyEverywhere, type Convergence, healAll, waitForEqualCopies } from './heal';
import { lineOf, tableOf } from './report';
import type { Scenario, ScenarioReport } from './scenario';
import { chooseScenarios } from './scenarios';

export type ReplicationRequest = {
  /** A regular expression; only scenarios whose names it finds. */
  only: string | null;
  /** Those that are played on every change. */
  isShare: boolean;
};

const secondOpinion = 'npm run passcom -- replication --check';

/** Which messages a lossy link loses. */
const seed = 1;

/** Plays faults of the exchange one after the other on three real airlines. True when all copies became equal each time. */
export function runReplication(request: ReplicationRequest): Promise<boolean> {
  const scenarios = chooseScenarios(request);
  const play = async ({ stage, stopping }: { stage: Stage; stopping: AbortSignal }) => {
    const reports: ScenarioReport[] = [];
    for (const scenario of scenarios) {
      if (stopping.aborted) break;
      const report = await playScenario(stage, scenario);
      reports.push(report);
      printLine(lineOf(report));
    }
    // Three starts of a program: too long for the share.
    const opinion = request.isShare ? [] : await step(printLine, secondOpinion, checkByCommand);
    for (const line of opinion) printLine(`  FAILED: ${line}`);
    printLine(`\n${tableOf(reports)}`);
    const isComplete = reports.length === scenarios.length && opinion.length === 0;
    return isComplete && reports.every(({ wrong }) => wrong.length === 0);
  };
  return inTheatre(
    createRandom(seed),
    async (theatre) => {
      const stage = await step(printLine, 'Setting the stage', () => setStage(theatre));
      const begun = await beginEqual(stage.databases);
      if (begun.wrong.length > 0)
        throw new Error(`the copies differ at the start: ${begun.wrong.join('; ')}`);
      printLine(`  ${begun.compared} rows are the same at all three`);
      return play({ stage, stopping: theatre.stopping });
    },
    settableClock,
  );
}

function beginEqual(databases: Databases): Promise<Convergence> {
  return waitForEqualCopies(databases, Date.now());
}

async function playScenario(stage: Stage, scenario: Scenario): Promise<ScenarioReport> {
  const startedAt = Date.now();
  const wrong: string[] = [];
  printLine(`· ${scenario.name} …`);
  const played = await scenario.play(stage).catch((error: Error) => {
    wrong.push(error.message);
    return { proof: 'unknown', facts: [] };
  });
  const healed = await healAll(stage)
    .then((since) => waitForEqualCopies(stage.databases, since))
    .catch((error: Error) => ({ convergedMs: null, compared: 0, wrong: [error.message] }));
  wrong.push(...healed.wrong);
  const bought = await buyEverywhere(stage).catch((error: Error) => [error.message]);
  wrong.push(...bought);
  const { convergedMs, compared } = healed;
  const seconds = (Date.now() - startedAt) / 1_000;
  return { name: scenario.name, ...played, convergedMs, compared, seconds, wrong };
}
