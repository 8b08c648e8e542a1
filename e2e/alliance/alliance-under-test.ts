import { fileURLToPath } from 'node:url';
import type { ProcessIdentity } from '@/scripts/process-identity';
import { type AirlineDeployment, type Environment, readDeployment } from '@/scripts/start/deployment';
import type { AirlineCode } from '../api/airlines';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** The three airlines on the ports of the tests. */
export const allianceUnderTest = readDeployment({ root, environment: process.env, only: null });

export function deploymentOf(code: AirlineCode): AirlineDeployment {
  const airline = allianceUnderTest.members.find((member) => member.code === code);
  if (!airline) throw new Error(`there is no airline ${code}`);
  return airline;
}

/** What a test process needs to start an airline again exactly as the set-up did. */
export type Handover = { supervisor: ProcessIdentity; environments: Record<string, Environment> };

const handoverVariable = 'E2E_HANDOVER';

/** The runner's environment reaches the processes that it starts for the specs. */
export function handOver(handover: Handover): void {
  process.env[handoverVariable] = JSON.stringify(handover);
}

export function takeHandover(): Handover {
  const text = process.env[handoverVariable];
  if (!text) throw new Error('the airlines were not started: run the specs with npx playwright test');
  return JSON.parse(text) as Handover;
}
