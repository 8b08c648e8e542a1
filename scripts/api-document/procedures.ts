import type { z } from 'zod';
import { peerProcedures } from '@/server/routers/peer';
import { siteProcedures } from '@/server/routers/site';
import { customerProcedure } from '@/server/trpc';
import { type SiteOutputName, siteOutputs } from './site-outputs';

export type Procedure = {
  /** As it stands behind `/api/trpc/` or in the path of the peer port. */
  name: string;
  kind: 'query' | 'mutation' | 'subscription';
  caller: 'anybody' | 'customer' | 'peer';
  input: z.ZodType | null;
  /** Null when it answers nothing. Of a subscription: each event. */
  output: z.ZodType | null;
};

/** What tRPC keeps of a procedure once it is built; not part of its public types. */
type Built = {
  _def: {
    type: Procedure['kind'];
    inputs: z.ZodType[];
    output?: z.ZodType;
    middlewares: readonly unknown[];
  };
};

const signedIn: readonly unknown[] = customerProcedure._def.middlewares;

/** Every procedure of the public site, by name. Who may call it is read from its middlewares. */
export function listSiteProcedures(): Procedure[] {
  return builtOf(siteProcedures._def.procedures).map(([name, { _def }]) => {
    const isForCustomers = signedIn.every((middleware) => _def.middlewares.includes(middleware));
    const output = _def.output ?? siteOutputs[name as SiteOutputName] ?? null;
    return { ...partsOf(name, _def), caller: isForCustomers ? 'customer' : 'anybody', output };
  });
}

/** Every procedure of the peer port, by name. Each declares its answer. */
export function listPeerProcedures(): Procedure[] {
  return builtOf(peerProcedures._def.procedures).map(([name, { _def }]) => ({
    ...partsOf(name, _def),
    caller: 'peer',
    output: _def.output ?? null,
  }));
}

/** tRPC keeps procedures under their full names, whatever its types say of nesting. */
function builtOf(procedures: object): [string, Built][] {
  return Object.entries(procedures as Record<string, Built>).sort(([a], [b]) => (a < b ? -1 : 1));
}

function partsOf(name: string, { type, inputs }: Built['_def']) {
  return { name, kind: type, input: inputs[0] ?? null };
}
