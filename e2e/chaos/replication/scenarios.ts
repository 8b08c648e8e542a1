import { StartFailure } from '@/scripts/start-failure';
import type { ReplicationRequest } from './run-replication';
import type { Scenario } from './scenario';
import { absences } from './scenarios/absence';
import { bootstrapKills } from './scenarios/bootstrap-kills';
import { bridge } from './scenarios/bridge';
import { clockJumps } from './scenarios/clock-jumps';
import { crashes } from './scenarios/crashes';
import { forgery } from './scenarios/forgery';
import { isolation } from './scenarios/isolation';
import { lateCommit } from './scenarios/late-commit';
import { oneWay } from './scenarios/one-way';
import { roughLinks } from './scenarios/rough-links';
import { sameEmail } from './scenarios/same-email';

const all: readonly Scenario[] = [
  bridge,
  oneWay,
  isolation,
  ...roughLinks,
  lateCommit,
  ...absences,
  ...bootstrapKills,
  ...crashes,
  forgery,
  sameEmail,
  ...clockJumps,
];

/** Those that were asked for, in their order. Throws `StartFailure` when there is none. */
export function chooseScenarios({ only, isShare }: ReplicationRequest): Scenario[] {
  const names = new RegExp(only ?? '');
  const chosen = all.filter(({ name, inShare }) => names.test(name) && (inShare || !isShare));
  if (chosen.length > 0) return chosen;
  throw new StartFailure(`--only ${only}: one of ${all.map(({ name }) => name).join(', ')}, please.`);
}
