import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allianceUnderTest } from '../../alliance/alliance-under-test';
import type { AirlineCode } from '../../api/airlines';

/* Written down here again, because a test sees the product from outside. */

export type CrashMoment = 'before commit' | 'after commit' | 'after send';

/** Where to crash, and which process. */
export type CrashOrder = { moment: CrashMoment; step: string; pid: number; signal: 'SIGKILL' | 'SIGQUIT' };

/** The file in which an airline looks for orders to crash (`CRASH_POINTS_FILE`). */
export function crashOrderFile(airline: AirlineCode): string {
  return join(allianceUnderTest.dataFolder, 'crash-orders', `${airline}.json`);
}

/** Gives an order; what an earlier one left behind is gone. */
export function orderCrash(airline: AirlineCode, order: CrashOrder): void {
  const file = crashOrderFile(airline);
  withdrawCrash(airline);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(order));
  renameSync(`${file}.new`, file);
}

/** When the order was carried out, in ms since 1970; null when it was not. The file left behind is the proof. */
export function crashedAt(airline: AirlineCode): number | null {
  const proof = `${crashOrderFile(airline)}.fired`;
  return existsSync(proof) ? statSync(proof).ctimeMs : null;
}

export function withdrawCrash(airline: AirlineCode): void {
  const file = crashOrderFile(airline);
  for (const left of [file, `${file}.fired`]) rmSync(left, { force: true });
}
