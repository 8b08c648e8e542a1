import type { Event } from '../events';
import type { GlobalTransaction } from '../transaction';
import type { Simulation } from './simulation';
import type { Site } from './site';

/** When a fault strikes, seen from the COMMIT of one event; `victim`: who commits, or the transaction's coordinator. */
export type CrashMoment = {
  row: string;
  kind: Event['kind'];
  moment: 'before' | 'after';
  victim: 'self' | 'coordinator';
  /** Only then is it this row of the table. */
  when?: (simulation: Simulation, site: Site, row: GlobalTransaction) => boolean;
};

const hasOthers = (_: Simulation, { code }: Site, row: GlobalTransaction) =>
  row.manifest?.participants.some((participant) => participant !== code) === true;

const isOfBallot0 = (_: Simulation, __: Site, row: GlobalTransaction) => row.accepted?.ballot === 0;

const isFirstToAccept = (simulation: Simulation, site: Site, row: GlobalTransaction) =>
  row.accepted?.ballot === 0 && acceptors(simulation, row).every((code) => code === site.code);

const isLastOfTheOthers = (simulation: Simulation, site: Site, row: GlobalTransaction) =>
  row.manifest?.participants.every(
    (code) =>
      code === site.code ||
      code === row.coordinator ||
      simulation.site(code).store.read('transaction', row.id)?.transaction.participantState === 'prepared',
  ) === true;

/** Every other vote is there and the coordinator does not know it: paused here, it comes back when others have taken over. */
export const beforeTheLastVote: CrashMoment = {
  row: 'coordinator when all others have voted',
  kind: 'prepare',
  moment: 'after',
  victim: 'coordinator',
  when: isLastOfTheOthers,
};

/** The crash table of the design, row by row: the moments at which an airline is made to fail. */
export const crashTable: readonly CrashMoment[] = [
  { row: 'coordinator before T1 commits', kind: 'begin', moment: 'before', victim: 'self' },
  { row: 'coordinator after T1, before M1', kind: 'begin', moment: 'after', victim: 'self', when: hasOthers },
  { row: 'participant before T2 commits', kind: 'prepare', moment: 'before', victim: 'self' },
  { row: 'participant after T2, its yes lost', kind: 'prepare', moment: 'after', victim: 'self' },
  beforeTheLastVote,
  { row: 'coordinator after the yes, before T3', kind: 'all-prepared', moment: 'before', victim: 'self' },
  { row: 'coordinator after T3, before M2', kind: 'all-prepared', moment: 'after', victim: 'self' },
  {
    row: 'coordinator after M2 reached one airline',
    kind: 'accept',
    moment: 'after',
    victim: 'coordinator',
    when: isFirstToAccept,
  },
  { row: 'airline right after its T4', kind: 'accept', moment: 'after', victim: 'self', when: isOfBallot0 },
  { row: 'airline before its T4', kind: 'accept', moment: 'before', victim: 'self', when: isOfBallot0 },
  { row: 'coordinator after ACK, before T5', kind: 'acknowledged', moment: 'before', victim: 'self' },
  { row: 'coordinator after T5', kind: 'acknowledged', moment: 'after', victim: 'self' },
  { row: 'resolver after T7', kind: 'promise', moment: 'after', victim: 'self' },
  { row: 'resolver before T9', kind: 'propose', moment: 'before', victim: 'self' },
  { row: 'resolver after T9', kind: 'propose', moment: 'after', victim: 'self' },
];

/** Who has accepted commit at ballot 0 beside the coordinator. */
function acceptors(simulation: Simulation, { id, coordinator }: GlobalTransaction): string[] {
  return simulation.sites
    .filter(({ code }) => code !== coordinator)
    .filter(({ store }) => store.read('transaction', id)?.transaction.accepted?.ballot === 0)
    .map(({ code }) => code);
}

/** True when all other airlines are lost and none of them has heard of the coordinator's commit. */
export function isLostBetweenT3AndT4(simulation: Simulation, row: GlobalTransaction): boolean {
  const others = simulation.sites.filter(({ code }) => code !== row.coordinator);
  return (
    simulation.site(row.coordinator).store.read('transaction', row.id)?.transaction.coordinatorState ===
      'committing' &&
    others.every(({ isLost }) => isLost) &&
    acceptors(simulation, row).length === 0
  );
}
