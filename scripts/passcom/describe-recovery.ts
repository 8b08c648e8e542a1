import type { AirlineCode } from '@/server/domain/airline-code';
import type { RecoveryReport } from '@/server/memory/recover/report';

/** What a recovery did, in lines for the operator; a null report means that there was nothing to recover. */
export function describeRecovery(airline: AirlineCode, report: RecoveryReport | null): string[] {
  if (!report) return [`${airline} remembers everything: nothing to recover`];
  const { committed, aborted, ownSales, without, abstained, withoutPassengers, conflicts } = report;
  return [
    `Taken over: ${committed} commits, ${aborted} aborts, ${ownSales} sales of ${airline} alone.`,
    ...(without.length > 0 ? [`Without ${without.join(', ')}: what only they knew is given up.`] : []),
    ...listed('Undecided, without a vote of this airline from now on', abstained),
    ...listed('Ask the customer or the issuing airline for the passengers of', withoutPassengers),
    ...listed('Look at', conflicts),
  ];
}

function listed(what: string, items: readonly string[]): string[] {
  return items.length > 0 ? [`${what} (${items.length}):`, ...items.map((item) => `  ${item}`)] : [];
}
