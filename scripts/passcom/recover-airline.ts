import { recover } from '@/server/memory/recover/recover';
import { airlineEnvironment } from './airline-environment';
import type { Command } from './arguments';
import { describeRecovery } from './describe-recovery';
import { withPeers } from './with-peers';

/** Recovers an airline whose database was restored or copied, and prints what that did. The site may run meanwhile. */
export async function recoverAirline({
  airline: code,
  without,
  since,
}: Extract<Command, { name: 'recover' }>): Promise<void> {
  await withPeers(airlineEnvironment(code), async (airline) => {
    const report = await recover(airline, { without, since, tell: (line) => console.log(line) });
    for (const line of describeRecovery(airline.code, report)) console.log(line);
  });
}
