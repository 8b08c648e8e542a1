import type { Airline } from './airline';
import type { Env } from './env';

export type AirlineStatus = 'starting' | 'ready' | 'draining';

/** The one airline of this process. */
export type Runtime = { airline: Airline; env: Env; status: AirlineStatus };

/** Next instantiates modules separately for instrumentation, routes and pages: the runtime lives where all of them look. */
const place = globalThis as { passcomRuntime?: Runtime };

/** Called once, by `start-airline.ts`. */
export function setRuntime(runtime: Runtime): void {
  place.passcomRuntime = runtime;
}

function getRuntime(): Runtime {
  if (!place.passcomRuntime)
    throw new Error('the airline has not been started; instrumentation.ts starts it');
  return place.passcomRuntime;
}

/** The airline that this process serves. Throws before it has been started. */
export function getAirline(): Airline {
  return getRuntime().airline;
}

/** The checked environment of this process. */
export function getEnv(): Env {
  return getRuntime().env;
}

/** Starting until the first answer may be given, draining once the process was asked to stop. */
export function getStatus(): AirlineStatus {
  return place.passcomRuntime?.status ?? 'starting';
}
