import { z } from 'zod';
import { definePeerProcedure } from '../../peers/procedure';

/** A page is applied in one tx of some 100 ms, so that a restart repeats little and nobody waits long for its locks. */
export const maxStatesPerPage = 2_000;

/** An eighth of what a peer reads as one answer. */
export const maxPageBytes = 1_000_000;

/**
 * A page of everything that the answerer has published, by entity in the order of ids. Only of itself: what another
 * airline has published is proven by the signatures of its log, and a page has none. Refusals: AIRLINE_RECOVERING while
 * it has forgotten something, OVERLOADED while its log does not stand yet for most of what it has.
 */
export const snapshotProcedure = definePeerProcedure({
  kind: 'query',
  name: 'snapshot',
  input: z.object({
    entity: z.string().min(1).max(40),
    /** The last id of the page before; null for the first. */
    after: z.string().max(200).nullable(),
    limit: z.int().min(1).max(maxStatesPerPage),
  }),
  output: z.object({
    /** Everything up to this place of its log is in the page, as far as it belongs there. */
    epoch: z.int().positive(),
    seq: z.int().nonnegative(),
    /** The entity's schema version there; 1 where it is unknown. */
    schema: z.int().positive(),
    states: z.array(z.object({ id: z.string().min(1).max(200), state: z.unknown() })).max(maxStatesPerPage),
    /** The last id here when there are more; null at the end of the entity. */
    next: z.string().nullable(),
  }),
});

export type SnapshotQuestion = z.output<typeof snapshotProcedure.input>;

export type SnapshotPage = z.output<typeof snapshotProcedure.output>;
