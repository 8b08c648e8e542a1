import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareStamps, formatStamp } from '../hybrid-clock';
import { type LogPosition, startOfLog } from '../version-vector';
import { decideBatch } from './decide-batch';

type Origin = 'giro' | 'rumos';

/** An own entity has its origin in its key and is replaced; of one that both write the later stamp stays. */
type Entry = { key: string; isShared: boolean; value: number; stamp: string };
type Batch = { origin: Origin; epoch: number; firstSeq: number; lastSeq: number; entries: Entry[] };

/** What a receiver is, without its database: a place in each log, and the copies. */
type Receiver = { have: Map<Origin, LogPosition>; copies: Map<string, Entry> };

const newReceiver = (): Receiver => ({ have: new Map(), copies: new Map() });

function receive(receiver: Receiver, batch: Batch): void {
  const { origin, epoch, lastSeq, entries } = batch;
  if (decideBatch(receiver.have.get(origin) ?? null, batch) !== 'next') return;
  for (const entry of entries) applyEntry(receiver.copies, entry);
  receiver.have.set(origin, { epoch, seq: lastSeq });
}

function applyEntry(copies: Map<string, Entry>, entry: Entry): void {
  const known = copies.get(entry.key);
  if (entry.isShared && known && compareStamps(known.stamp, entry.stamp) >= 0) return;
  copies.set(entry.key, entry);
}

const epoch = 2;

const changes = fc.record({
  name: fc.constantFrom('a', 'b', 'c'),
  isShared: fc.boolean(),
  value: fc.nat(),
  ms: fc.nat(5),
});

/** One origin's log, cut into batches. The place as the counter: a clock never makes a stamp twice. */
function logOf(origin: Origin): fc.Arbitrary<Batch[]> {
  const bodies = fc.array(fc.array(changes, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  return bodies.map((log) => {
    let place = 0;
    return log.map((body) => {
      const firstSeq = startOfLog(epoch) + place + 1;
      const entries = body.map(({ name, isShared, value, ms }) => {
        place += 1;
        const stamp = formatStamp({ ms, counter: place, airline: origin });
        return { key: isShared ? name : `${origin}:${name}`, isShared, value, stamp };
      });
      return { origin, epoch, firstSeq, lastSeq: startOfLog(epoch) + place, entries };
    });
  });
}

/** Two logs, and two orders in which their batches arrive: some early, twice, late or not at all. */
const histories = fc.tuple(logOf('giro'), logOf('rumos')).chain(([giro, rumos]) => {
  const all = [...giro, ...rumos];
  const deliveries = fc.array(fc.constantFrom(...all), { maxLength: 40 });
  return fc.record({ all: fc.constant(all), one: deliveries, other: deliveries });
});

type History = readonly Batch[];

/** In the end pulls bring what is missing, in order. */
function receiverAfter(deliveries: History, all: History): Receiver {
  const receiver = newReceiver();
  for (const batch of [...deliveries, ...all]) receive(receiver, batch);
  return receiver;
}

describe('a receiver of two logs', () => {
  it('ends in the same state whatever arrives twice, late, early or not at all', () => {
    fc.assert(
      fc.property(histories, ({ all, one, other }) => {
        expect(receiverAfter(one, all)).toEqual(receiverAfter(other, all));
      }),
    );
  });

  it('does not change when it hears everything once more', () => {
    fc.assert(
      fc.property(histories, ({ all, one }) => {
        expect(receiverAfter([...all, ...one], all)).toEqual(receiverAfter([], all));
      }),
    );
  });

  it('has at every moment exactly what stands in the logs until its places', () => {
    fc.assert(
      fc.property(histories, ({ all, one }) => {
        const receiver = newReceiver();
        for (const delivered of one) {
          receive(receiver, delivered);
          const seqOf = (origin: Origin) => receiver.have.get(origin)?.seq ?? 0;
          const told = all.filter(({ origin, lastSeq }) => lastSeq <= seqOf(origin));
          expect(receiver.copies).toEqual(receiverAfter([], told).copies);
        }
      }),
    );
  });
});
