import type { z } from 'zod';
import { invariant } from '../../assert';
import type { AirlineCode } from '../../domain/airline-code';
import { answerAbort, answerAccept, answerPrepare, answerPromise, answerStatus } from '../answer-peer';
import type { Engine } from '../engine';
import type {
  abortProcedure,
  acceptProcedure,
  prepareProcedure,
  promiseProcedure,
  statusProcedure,
} from '../messages';

type Message = { name: string; message: unknown };

/** What the router of the peer port does: hands a message to the verb that answers it. */
export function answer(engine: Engine, caller: AirlineCode, { name, message }: Message): Promise<unknown> {
  const verb = verbs[name];
  invariant(verb, `the peer port has no ${name}`);
  return verb(engine, caller, message);
}

const verbs: Record<string, (engine: Engine, caller: AirlineCode, message: unknown) => Promise<unknown>> = {
  prepare: (engine, caller, message) =>
    answerPrepare(engine, caller, message as z.output<typeof prepareProcedure.input>),
  accept: (engine, caller, message) =>
    answerAccept(engine, caller, message as z.output<typeof acceptProcedure.input>),
  abort: (engine, caller, message) =>
    answerAbort(engine, caller, message as z.output<typeof abortProcedure.input>),
  promise: (engine, caller, message) =>
    answerPromise(engine, caller, message as z.output<typeof promiseProcedure.input>),
  status: (engine, _caller, message) =>
    answerStatus(engine, message as z.output<typeof statusProcedure.input>),
};
