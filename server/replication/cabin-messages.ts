import { z } from 'zod';
import { cabinSchema } from '../domain/cabin';
import { definePeerProcedure } from '../peers/procedure';

/** An airline has a few cabins per aircraft type; this bounds what a peer can make us store. */
const maxCabins = 200;

/** All cabin templates of an airline: they price the seats of its legs on every site. */
export const cabinsProcedure = definePeerProcedure({
  kind: 'query',
  name: 'cabins',
  input: z.strictObject({}),
  output: z.object({ cabins: z.array(cabinSchema).max(maxCabins) }),
});
