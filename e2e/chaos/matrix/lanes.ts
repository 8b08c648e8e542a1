import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printLine } from '@/scripts/start/report';
import type { CellReport } from './run-cell';
import type { MatrixRequest } from './run-matrix';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** Room for the ports of one alliance. */
const portsOfLane = 10;
const firstOffset = 300;

/** Plays the cells in processes side by side, each with an alliance of its own, and hands on what they report. */
export async function runLanes(request: MatrixRequest, tell: (report: CellReport) => void): Promise<void> {
  const lanes = Array.from({ length: request.lanes }, (_, lane) => startLane(request, lane));
  const endAll = () => {
    for (const child of lanes) child.kill('SIGTERM');
  };
  process.once('exit', endAll);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, endAll);
  for (const child of lanes) child.on('message', (report) => tell(report as CellReport));
  await Promise.all(lanes.map((child) => once(child, 'exit')));
}

function startLane({ cells, seed, only, lanes }: MatrixRequest, lane: number): ChildProcess {
  const logFile = `${root}/.data/chaos-lane-${lane}.log`;
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w');
  const wanted = { cells, seed, only, lanes, lane };
  const options = Object.entries(wanted).flatMap(([name, value]) =>
    value === null ? [] : [`--${name}=${value}`],
  );
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', `${root}/scripts/chaos.ts`, 'matrix', ...options],
    {
      cwd: root,
      stdio: ['ignore', log, log, 'ipc'],
      env: {
        ...process.env,
        CHAOS_PORT_OFFSET: String(firstOffset + lane * portsOfLane),
        CHAOS_DATA_DIR: `.data/chaos-lane-${lane}`,
      },
    },
  );
  closeSync(log);
  child.on('exit', (status) => {
    if (status !== 0) printLine(`! lane ${lane} ended early: see ${logFile}`);
  });
  return child;
}
