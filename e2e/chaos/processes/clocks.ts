import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Environment } from '@/scripts/start/deployment';
import { allianceUnderTest } from '../../alliance/alliance-under-test';
import { type AirlineCode, airlines } from '../../api/airlines';

const preload = new URL('skewed-clock.mjs', import.meta.url).href;

/** The site looks every 50 ms. */
const noticedMs = 150;

function clockFile(airline: AirlineCode): string {
  return join(allianceUnderTest.dataFolder, 'clocks', airline);
}

/** With these variables a site has a clock that `setClock` can set. */
export function settableClock(airline: AirlineCode): Environment {
  return { NODE_OPTIONS: `--import=${preload}`, CHAOS_CLOCK_FILE: clockFile(airline) };
}

/** Makes the clock of a site wrong by so much, at once and until it is told otherwise. Its PostgreSQL keeps the true time. */
export async function setClock(airline: AirlineCode, offsetMs: number): Promise<void> {
  const file = clockFile(airline);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, String(offsetMs));
  await pause(noticedMs);
}

export async function setAllClocksRight(): Promise<void> {
  for (const airline of airlines) rmSync(clockFile(airline), { force: true });
  await pause(noticedMs);
}
