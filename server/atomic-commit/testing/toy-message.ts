import type { AirlineCode } from '../../domain/airline-code';
import type { EventOf, Reply, Vote } from '../events';
import type { Binding } from '../transaction';

type Prepare = Pick<EventOf<'prepare'>, 'manifest' | 'manifestHash'>;
type Accept = Omit<EventOf<'accept'>, 'kind'>;
type Promise = Omit<EventOf<'promise'>, 'kind'>;
type Promised = ReplyOf<'promised'> & { binding: Binding | null };
type ReplyOf<Kind extends Reply['kind']> = Extract<Reply, { kind: Kind }>;

/** What airlines say to each other in a transcript: the requests of the protocol and their answers as separate messages. */
export type Content =
  | ({ kind: 'prepare' } & Prepare)
  | { kind: 'vote'; vote: Vote }
  | ({ kind: 'accept' } & Accept)
  | Promised
  | ReplyOf<'ack' | 'nack' | 'alarm'>
  | ({ kind: 'promise' } & Promise)
  | { kind: 'abort' };

/** One message in flight: `id` is the global transaction. */
export type Message = { id: string; from: AirlineCode; to: AirlineCode; content: Content };

/** As a transcript writes it: `prepare t1 giro→rumos`. */
export function headlineOf({ id, from, to, content }: Message): string {
  return `${content.kind} ${id} ${from}→${to}`;
}
