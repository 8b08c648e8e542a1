import { z } from 'zod';
import { isRunning, type ProcessIdentity } from '../process-identity';
import { StartFailure } from '../start-failure';
import { waitUntil } from '../wait-until';
import type { AirlineDeployment } from './deployment';
import { logTail } from './log-tail';
import { type Report, step } from './report';

const healthSchema = z.object({
  status: z.string(),
  peers: z.record(z.string(), z.object({ state: z.string(), lagEntries: z.number().nullable() })),
});

export type Health = z.infer<typeof healthSchema>;

/** A cold start on a busy two-core machine takes some seconds; a minute means that something is wrong. */
const readyMs = 60_000;
const askMs = 2_000;
/** The first exchange moves some hundred thousand flights. */
const cataloguesMs = 120_000;

/** What the site says about itself, or null when it does not answer; `ok` is its own verdict that it can sell. */
export async function askHealth(siteUrl: string): Promise<{ ok: boolean; health: Health } | null> {
  try {
    const answer = await fetch(`${siteUrl}/api/health`, { signal: AbortSignal.timeout(askMs) });
    const health = healthSchema.safeParse(await answer.json());
    return health.success ? { ok: answer.ok, health: health.data } : null;
  } catch {
    return null;
  }
}

export type SiteWait = { airline: AirlineDeployment; site: ProcessIdentity; signal: AbortSignal };

/** Returns once the site can sell its own seats. Throws `StartFailure` with the end of its log when it ends or stays silent. */
export async function waitForSite({ airline, site, signal }: SiteWait): Promise<void> {
  const ready = await waitUntil(
    async () => {
      signal.throwIfAborted();
      if (!isRunning(site)) throw endedEarly(airline);
      return (await askHealth(airline.siteUrl))?.ok;
    },
    readyMs,
    100,
  );
  if (ready) return;
  throw new StartFailure(
    `The site of ${airline.name} cannot sell after ${readyMs / 1000} s: see ${airline.siteUrl}/api/health and its log ${airline.logFile}, which ends with:\n${logTail(airline.logFile)}`,
  );
}

function endedEarly(airline: AirlineDeployment): StartFailure {
  return new StartFailure(
    `The site of ${airline.name} ended while starting; its log ${airline.logFile} ends with:\n${logTail(airline.logFile)}`,
  );
}

export type CataloguesWait = { airlines: AirlineDeployment[]; report: Report; signal: AbortSignal };

/** Waits until every airline has its peers' flights. Only tells when it takes too long: each sells its own meanwhile. */
export async function waitForCatalogues({ airlines, report, signal }: CataloguesWait): Promise<void> {
  const missing = async () => (await Promise.all(airlines.map(missingCatalogues))).flat();
  await step(report, "Exchanging the airlines' flights", () =>
    waitUntil(
      async () => {
        signal.throwIfAborted();
        return (await missing()).length === 0;
      },
      cataloguesMs,
      200,
    ),
  );
  for (const sentence of await missing()) report(`! ${sentence}`);
}

/** What one airline lacks of its peers' flights, a sentence each. */
async function missingCatalogues({ name, siteUrl }: AirlineDeployment): Promise<string[]> {
  const answer = await askHealth(siteUrl);
  if (!answer) return [`${name} does not answer at ${siteUrl}.`];
  return Object.entries(answer.health.peers)
    .filter(([, { state, lagEntries }]) => state !== 'live' || lagEntries !== 0)
    .map(
      ([peer, { state, lagEntries }]) =>
        `${name} does not have all flights of ${peer} yet (${state}, ${lagEntries ?? 'unknown'} changes behind).`,
    );
}
