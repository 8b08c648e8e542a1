import { airlineCodes } from '@/server/domain/airline-code';
import type { Costs } from './count-costs';
import type { CommitsByTables } from './wal-commits';

/** What the design allows (the table of messages and local transactions in docs/protocol.md). */
function designed({ airlineCount, coordinator, participants }: Costs, airline: string): number {
  if (airlineCount === 1) return airline === coordinator ? 1 : 0;
  if (airline === coordinator) return 3;
  return participants.some((code) => code === airline) ? 2 : 1;
}

/** The protocol's own: whatever wrote a global transaction. The rest is kept apart by the tables that it wrote. */
const isProtocol = (tables: string) => tables.includes('global_transactions');

/** Messages of the protocol; the others are the heartbeat and the catalogue. */
const protocolMessages = ['prepare', 'accept', 'abort', 'status', 'promise', 'purchase'];

export function costLines(all: readonly Costs[]): string[] {
  return all.flatMap((costs) => [
    `${costs.airlineCount} airline${costs.airlineCount > 1 ? 's' : ''} (${costs.participants.join(', ')}), bought at ${costs.coordinator}`,
    ...airlineCodes.map((code) => `  ${commitLine(costs, code)}`),
    `  messages per purchase: ${messageLine(costs)}`,
  ]);
}

function commitLine(costs: Costs, airline: (typeof airlineCodes)[number]): string {
  const commits = costs.commits[airline];
  const own = [...commits].filter(([tables]) => isProtocol(tables));
  const total = own.reduce((sum, [, count]) => sum + count, 0) / costs.purchases;
  const role = roleOf(costs, airline);
  return `${airline.padEnd(7)} ${role.padEnd(11)} ${total.toFixed(1)} commits a purchase, design ${designed(costs, airline)}; beside it ${besides(commits, costs.purchases)}`;
}

function roleOf({ coordinator, participants }: Costs, airline: (typeof airlineCodes)[number]): string {
  if (airline === coordinator) return 'coordinator';
  return participants.includes(airline) ? 'participant' : 'witness';
}

function besides(commits: CommitsByTables, purchases: number): string {
  const others = [...commits].filter(([tables]) => !isProtocol(tables));
  return others.map(([tables, count]) => `${(count / purchases).toFixed(1)} ${tables}`).join('; ') || 'none';
}

function messageLine({ messages, purchases, airlineCount }: Costs): string {
  const sent = protocolMessages.filter((name) => messages.has(name));
  const counted = sent.map((name) => `${name} ${((messages.get(name) ?? 0) / purchases).toFixed(1)}`);
  const design = airlineCount === 1 ? 'none' : `prepare ${airlineCount - 1}, accept 2`;
  return `${counted.join(', ') || 'none'}; design: ${design}`;
}
