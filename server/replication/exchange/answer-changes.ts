import type { Airline } from '../../airline';
import { noteProgress } from '../change-log/note-progress';
import { readBatches, readServedLogs, type ServedLog } from '../change-log/read-batches';
import type { ChangesAnswer, ChangesAsked } from './messages';

/** Answers `peer.changes`; what the caller has may be trimmed here one day. */
export async function answerChanges(
  airline: Airline,
  { caller, vector, wants }: ChangesAsked,
): Promise<ChangesAnswer> {
  await noteProgress(airline, caller, vector);
  const logs = await readServedLogs(airline.db);
  const wanted = logs.filter(({ origin }) => origin !== caller && wants.includes(origin));
  const ownFirst = wanted.toSorted((one) => (one.origin === airline.code ? -1 : 1));
  return {
    logs: logs.map(toldOf),
    batches: await readBatches(airline.db, { logs: ownFirst, after: vector }),
  };
}

function toldOf({ asOf, ...log }: ServedLog): ChangesAnswer['logs'][number] {
  return { ...log, asOf: asOf?.toISOString() ?? null };
}
