import type { SnapshotPage } from './messages';

/** What was asked for: states after an id, of an entity whose states are understood here up to a version. */
export type PageAsked = { after: string | null; schemaVersion: number };

/** Why a page cannot be a part of a snapshot; null when it can. Each must lead further, or the copy would never end. */
export function faultOfPage(
  { schema, states, next }: SnapshotPage,
  { after, schemaVersion }: PageAsked,
): string | null {
  const ids = states.map(({ id }) => id);
  // Nothing could be set aside here: what is there stays until this airline has been upgraded.
  if (schema > schemaVersion)
    return `it is of version ${schema}, and version ${schemaVersion} is understood here`;
  if (new Set(ids).size < ids.length) return 'an entity stands in it twice';
  if (after !== null && ids.includes(after)) return `it contains ${after}, after which it was asked for`;
  if (next !== null && next !== ids.at(-1)) return `it ends before ${next}`;
  return null;
}
