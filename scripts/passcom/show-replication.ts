import type { Airline } from '@/server/airline';
import { readOperatorEnv } from '@/server/env';
import { replicationOf } from '@/server/replicated-entities';
import { compareChecksums } from '@/server/replication/convergence/compare-checksums';
import { airlineEnvironment } from './airline-environment';
import type { Command } from './arguments';
import { CommandFailure } from './command-failure';
import { describeComparison, describeReplication } from './describe-replication';
import { readReplication } from './read-replication';
import { withAirline } from './with-airline';
import { withPeers } from './with-peers';

/** Prints how far the copies of an airline have come. Throws `CommandFailure` when it was to compare and they differ. */
export async function showReplication({
  airline: code,
  check,
}: Extract<Command, { name: 'replication' }>): Promise<void> {
  // Without a question to the peers the environment needs no key.
  if (code === null && !check) return withAirline(readOperatorEnv(), printState);
  await withPeers(airlineEnvironment(code), async (airline) => {
    await printState(airline);
    if (check) await printComparisons(airline);
  });
}

async function printState(airline: Parameters<typeof readReplication>[0]): Promise<void> {
  for (const line of describeReplication(await readReplication(airline))) console.log(line);
}

async function printComparisons(airline: Airline): Promise<void> {
  const differing = [];
  console.log('\nCopies compared with what their airline has:');
  for (const peer of airline.peers.codes) {
    const comparison = await compareChecksums(replicationOf(airline), peer);
    console.log(describeComparison(peer, comparison));
    if (comparison.outcome === 'different') differing.push(peer);
  }
  if (differing.length > 0) throw new CommandFailure(`the copies of ${differing.join(' and ')} differ`);
}
