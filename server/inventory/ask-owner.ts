import type { z } from 'zod';
import type { Airline } from '../airline';
import type { AirlineCode } from '../domain/airline-code';
import { Refusal } from '../errors';
import { isPeerUnreachable } from '../peers/peers';
import type { PeerProcedure } from '../peers/procedure';
import { refuseOffline } from './refuse-offline';

/** A customer waits for this answer; a live peer needs a tenth of it. */
const timeoutMs = 2_000;

/** Asks the operating airline; its silence becomes `AIRLINE_OFFLINE`, its refusal passes through. */
export async function askOwner<Input extends z.ZodType, Output extends z.ZodType>(
  airline: Airline,
  owner: AirlineCode,
  { procedure, input }: { procedure: PeerProcedure<Input, Output>; input: z.input<Input> },
): Promise<z.output<Output>> {
  refuseOffline(airline, owner);
  try {
    return await airline.peers.call(owner, procedure, input, { timeoutMs });
  } catch (error) {
    if (isPeerUnreachable(error)) throw new Refusal('AIRLINE_OFFLINE', { airline: owner });
    throw error;
  }
}
