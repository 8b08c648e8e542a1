import { readFileSync } from 'node:fs';
import { deploymentOf } from '../../alliance/alliance-under-test';
import type { AirlineCode } from '../../api/airlines';

/** What a site logs when a rule of the protocol was broken; read it before a restart puts the log aside. */
export function alarmsOf(airline: AirlineCode): string[] {
  const lines = readLog(deploymentOf(airline).logFile).split('\n');
  return lines
    .filter((line) => line.includes('"message":"protocol alarm"'))
    .map((line) => `${airline}: ${line.slice(0, 400)}`);
}

function readLog(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
