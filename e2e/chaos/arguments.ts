import { parseArgs } from 'node:util';
import { StartFailure } from '@/scripts/start-failure';
import type { MatrixRequest } from './matrix/run-matrix';
import type { ReplicationRequest } from './replication/run-replication';
import type { SoakRequest } from './soak/run-soak';

export const usage = `npm run chaos -- matrix [--cells N] [--seed S] [--only NAMES] [--lanes L]   kill -9 at every step of the protocol
npm run chaos -- soak [--minutes M] [--seed S]                              load, faults and an independent checker
npm run chaos -- replication [--only NAMES] [--share]                        faults of the exchange; then all copies are equal
npm run chaos -- contests [--repeat N]                                      many buyers for the same seats at once
npm run chaos -- amnesia                                                    a database put back to an earlier state

Without --cells every cell is played once; --only takes those whose names fit a regular expression; --lanes plays them on as many
alliances side by side; --share takes what is played on every change. A seed repeats the choices.`;

export type ChaosArguments =
  | { kind: 'help' }
  | ({ kind: 'matrix' } & MatrixRequest)
  | ({ kind: 'soak' } & SoakRequest)
  | ({ kind: 'replication' } & ReplicationRequest)
  | { kind: 'contests'; repeat: number }
  | { kind: 'amnesia' };

/** Throws `StartFailure` for what cannot be understood. */
export function parseChaosArguments(given: string[]): ChaosArguments {
  const { positionals, values } = parsed(given);
  const seed = numberOf('seed', values.seed ?? '1');
  switch (values.help ? 'help' : positionals[0]) {
    case 'matrix':
      return {
        kind: 'matrix',
        cells: values.cells ? numberOf('cells', values.cells) : null,
        seed,
        only: values.only ?? null,
        lanes: Math.max(1, numberOf('lanes', values.lanes ?? '1')),
        lane: values.lane ? numberOf('lane', values.lane) : null,
      };
    case 'soak':
      return { kind: 'soak', minutes: numberOf('minutes', values.minutes ?? '1'), seed };
    case 'replication':
      return { kind: 'replication', only: values.only ?? null, isShare: values.share ?? false };
    case 'contests':
      return { kind: 'contests', repeat: numberOf('repeat', values.repeat ?? '1') };
    case 'amnesia':
      return { kind: 'amnesia' };
    default:
      return { kind: 'help' };
  }
}

function parsed(given: string[]) {
  try {
    return parseArgs({
      args: given,
      allowPositionals: true,
      options: {
        cells: { type: 'string' },
        seed: { type: 'string' },
        only: { type: 'string' },
        lanes: { type: 'string' },
        lane: { type: 'string' },
        minutes: { type: 'string' },
        repeat: { type: 'string' },
        share: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new StartFailure((error as Error).message);
  }
}

function numberOf(name: string, text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value >= 0) return value;
  throw new StartFailure(`--${name} ${text}: a number, please.`);
}
