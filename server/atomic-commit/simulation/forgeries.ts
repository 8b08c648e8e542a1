import type { AirlineCode } from '../../domain/airline-code';
import { hashOf } from '../canonical-json';
import type { GlobalTransaction } from '../transaction';
import { answer } from './answer';
import type { Simulation } from './simulation';
import type { Running, Site } from './site';

type Lie = { caller: AirlineCode; name: string; message: object };

/**
 * A message that no correct airline sends, from one that has lost its memory or lies: content changed under the same id,
 * a commit without a vote, an abort after the commit or from somebody else. Each is of a kind that has to be refused.
 */
export function forgeMessage(simulation: Simulation): void {
  const { random, sites } = simulation;
  const to = random.pick(sites);
  const running = to.anyProcess();
  const lies = sites.flatMap(({ store }) =>
    [...store.tables.transaction.values()].flatMap(({ transaction }) =>
      liesAbout(transaction, to, random.pick(sites)),
    ),
  );
  // What was a lie when it was told may be true when a frozen process reads it.
  if (running && !running.owner.isFrozen && lies.length > 0) tell(running, random.pick(lies));
}

function tell({ owner, engine }: Running, { caller, name, message }: Lie): void {
  const { simulation, code } = owner.site;
  owner.enter(() => {
    simulation.chronicle.note(code, 'is lied to', () => `${name} of ${caller}`);
    answer(engine, caller, { name, message }).catch(() => undefined);
  });
}

function liesAbout(row: GlobalTransaction, to: Site, liar: Site): Lie[] {
  const { id, coordinator, manifest, manifestHash } = row;
  const known = to.store.read('transaction', id)?.transaction ?? null;
  if (!manifest || !manifestHash || coordinator === to.code) return [];
  const lies: Lie[] = [];
  const commit = { globalTransactionId: id, coordinator, ballot: 0, value: 'commit', decided: false };
  const changed = { ...manifest, work: { ...manifest.work, customer: 'somebody else' } };
  const binding = { manifest: changed, manifestHash: hashOf(changed) };
  const acceptChanged = { caller: coordinator, name: 'accept', message: { ...commit, binding } };
  if (known?.manifestHash) lies.push(acceptChanged);
  const isUnvoted = !known || known.participantState === 'refused';
  const commitUnvoted = { ...commit, binding: { manifest, manifestHash } };
  if (isUnvoted && manifest.participants.includes(to.code))
    lies.push({ caller: coordinator, name: 'accept', message: commitUnvoted });
  const abort = { name: 'abort', message: { globalTransactionId: id } };
  if (known?.decision === 'commit') lies.push({ caller: coordinator, ...abort });
  if (known && liar.code !== coordinator && liar.code !== to.code) lies.push({ caller: liar.code, ...abort });
  return lies;
}
