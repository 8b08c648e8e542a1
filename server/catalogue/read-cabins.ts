import { z } from 'zod';
import { type Cabin, cabinSchema } from '../domain/cabin';
import type { Changes, Rejected } from '../replication/entity';

/** A cabin of a peer; fields of a newer version are left out. */
const cabinStateSchema = z.object(cabinSchema.shape);

export type CabinChange = { code: string; seq: number; layout: Cabin };

/** The entries of a log that are cabins, the last of each only, and what is wrong with the others. */
export function readCabins({ changes }: Changes): { cabins: CabinChange[]; rejected: Rejected[] } {
  const cabins = new Map<string, CabinChange>();
  const rejected: Rejected[] = [];
  for (const { id, state, seq } of changes) {
    const layout = cabinStateSchema.safeParse(state).data;
    if (layout?.code === id) cabins.set(id, { code: id, seq, layout });
    else rejected.push({ seq, reason: 'unreadable' });
  }
  return { cabins: [...cabins.values()], rejected };
}
