import { endedPart, stopAirline } from './airline-lifecycle';
import type { AirlineDeployment } from './deployment';
import type { Report } from './report';

const lookMs = 500;

export type Watch = { airlines: AirlineDeployment[]; report: Report; signal: AbortSignal };

/**
 * Returns when the signal is aborted, or when no airline is left. An airline of which a part ends goes down alone and
 * the others carry on: that is what they are made for.
 */
export async function watchUntilStopped({ airlines, report, signal }: Watch): Promise<void> {
  const up = new Set(airlines);
  while (up.size > 0 && !signal.aborted) {
    for (const airline of up) {
      const part = endedPart(airline);
      if (!part || signal.aborted) continue;
      up.delete(airline);
      await stopAirline(airline);
      report(farewell(airline, part, up));
    }
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
}

function farewell(
  airline: AirlineDeployment,
  part: 'site' | 'PostgreSQL',
  up: Set<AirlineDeployment>,
): string {
  const log = part === 'site' ? airline.logFile : airline.postgresLogFile;
  const others =
    up.size > 0
      ? ` ${[...up].map(({ name }) => name).join(' and ')} ${up.size > 1 ? 'carry' : 'carries'} on without it.`
      : '';
  return `\n! ${airline.name} is down: its ${part} ended, see ${log}.${others} Start it again with: npm start -- --only ${airline.code}`;
}
