import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ourselves } from './process-identity';
import { forceAirline, stopAirline } from './start/airline-lifecycle';
import { parseArguments, type StartArguments, usage } from './start/arguments';
import { demoAccount, registerDemoAccount } from './start/demo-account';
import { type AirlineDeployment, readDeployment } from './start/deployment';
import { printLine } from './start/report';
import { isSupervisedBy } from './start/running-file';
import { startAlliance } from './start/start-alliance';
import { stopRequests } from './start/stop-requests';
import { watchUntilStopped } from './start/watch';
import { StartFailure } from './start-failure';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** `npm start`, once everything is installed. Ends the process itself. */
export async function main(given: string[]): Promise<void> {
  let status = 1;
  try {
    const wanted = parseArguments(given);
    if (wanted.help) {
      printLine(usage);
      status = 0;
    } else {
      status = await run(wanted);
    }
  } catch (error) {
    complain(error);
  }
  process.exit(status);
}

async function run({ only, fresh }: StartArguments): Promise<number> {
  const alliance = readDeployment({ root, environment: process.env, only });
  const airlines = alliance.members.filter(({ code }) => !only || code === only);
  const supervisor = ourselves();
  const ours = () => airlines.filter((airline) => isSupervisedBy(airline, supervisor));
  const signal = stopRequests(() => {
    ours().forEach(forceAirline);
    process.exit(130);
  });
  const report = printLine;
  try {
    await startAlliance({ alliance, airlines, supervisor, fresh, environment: process.env, report, signal });
    await welcome(airlines);
    await watchUntilStopped({ airlines, report, signal });
    return signal.aborted ? 0 : 1;
  } catch (error) {
    if (!signal.aborted) throw error;
    return 130;
  } finally {
    if (signal.aborted) report('\nStopping …');
    await Promise.all(ours().map(stopAirline));
    if (signal.aborted) report('Stopped.');
  }
}

async function welcome(airlines: AirlineDeployment[]): Promise<void> {
  const [first] = airlines;
  const registered = first ? await registerDemoAccount(first.siteUrl) : false;
  printLine('\nPassCom is ready:\n');
  for (const { name, siteUrl } of airlines) printLine(`  ${name.padEnd(8)} ${siteUrl}`);
  if (registered) printLine(`\nSign in with ${demoAccount.email} and ${demoAccount.password}, or register.`);
  printLine('Ctrl-C stops everything.');
}

/** One sentence for what a person can fix, the whole story for what only an engineer can. */
function complain(error: unknown): void {
  const sentence = error instanceof StartFailure ? error.message : fileTrouble(error);
  if (sentence) console.error(`\n${sentence}`);
  else console.error('\nnpm start failed in a way that nobody expected:', error);
}

function fileTrouble(error: unknown): string | null {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return 'The disk is full: make room and start again.';
  if (code !== 'EACCES' && code !== 'EPERM') return null;
  return `${path} belongs to another account, perhaps from an earlier start as root: give it to yours with chown, or remove it.`;
}
