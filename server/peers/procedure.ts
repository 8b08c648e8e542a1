import type { z } from 'zod';

/**
 * One procedure of the peer port as both sides know it: the router declares it from this value and the client checks
 * the answer against it, because the other side is another company's deployment. `name` is without the `peer.` prefix.
 */
export type PeerProcedure<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  kind: 'query' | 'mutation';
  name: string;
  input: Input;
  output: Output;
};

/** Keeps the schema types while declaring a procedure. */
export function definePeerProcedure<Input extends z.ZodType, Output extends z.ZodType>(
  procedure: PeerProcedure<Input, Output>,
): PeerProcedure<Input, Output> {
  return procedure;
}
