import { printLine } from '@/scripts/start/report';
import { createRandom } from '../random';
import { inTheatre } from '../theatre';
import { chooseCells, type PlannedCell } from './choose-cells';
import { runLanes } from './lanes';
import { lineOf, summaryOf, tableOf } from './report';
import { type CellReport, runCell } from './run-cell';
import { setStage } from './stage';

export type MatrixRequest = {
  /** Null: each cell once. */
  cells: number | null;
  seed: number;
  /** A regular expression; only those whose names it finds. */
  only: string | null;
  /** How many alliances share the cells, each on ports of its own. */
  lanes: number;
  /** Which of them this process is; null for the one that prints the table. */
  lane: number | null;
};

type Tell = (report: CellReport) => void;

/** Strikes three real airlines cell by cell. True when every crash fired and every promise was kept. */
export async function runMatrix(request: MatrixRequest): Promise<boolean> {
  const { cells, seed, only, lanes, lane } = request;
  const planned = chooseCells({ count: cells, only, seed });
  if (lane !== null) {
    const own = planned.filter((_, index) => index % lanes === lane);
    await play(own, seed, (report) => process.send?.(report));
    return true;
  }
  const reports: CellReport[] = [];
  const tell: Tell = (report) => {
    reports.push(report);
    printLine(lineOf(report, `${reports.length}/${planned.length}`));
  };
  await (lanes > 1 ? runLanes(request, tell) : play(planned, seed, tell));
  printLine(`\n${tableOf(reports)}\n\n${summaryOf(reports, seed)}`);
  return reports.length === planned.length && reports.every(({ wrong }) => wrong.length === 0);
}

function play(cells: readonly PlannedCell[], seed: number, tell: Tell): Promise<void> {
  return inTheatre(createRandom(seed), async (theatre) => {
    const stage = await setStage(theatre);
    for (const cell of cells) {
      if (theatre.stopping.aborted) return;
      tell(await runCell(stage, cell));
    }
  });
}
