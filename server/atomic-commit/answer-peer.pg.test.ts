import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../errors';
import { answerAbort, answerAccept, answerPrepare, answerPromise } from './answer-peer';
import { hashOf } from './canonical-json';
import type { Manifest } from './manifest';
import { ToyAlliance, type ToyEngine } from './testing/toy-alliance';

let alliance: ToyAlliance;
let rumos: ToyEngine;

beforeAll(async () => {
  alliance = await ToyAlliance.start();
  rumos = alliance.engines.rumos;
});

afterAll(() => alliance.stop());

let seatRow = 0;

/** A purchase of Giro's over Rumos and Giro, with a seat of its own. */
function manifest(changes: Partial<Manifest> = {}): Manifest {
  seatRow += 1;
  const work = { rumos: [`${seatRow}A`], giro: [`${seatRow}A`] };
  return {
    globalTransactionId: randomUUID(),
    coordinator: 'giro',
    participants: ['rumos', 'giro'],
    work,
    ...changes,
  };
}

const prepareMessage = (asked: Manifest, manifestHash = hashOf(asked)) => ({
  manifest: asked,
  manifestHash,
  privateWork: { name: 'Ana' },
  waitMs: 0,
});

const acceptMessage = (asked: Manifest, changes: { ballot?: number; manifestHash?: string } = {}) => ({
  globalTransactionId: asked.globalTransactionId,
  coordinator: asked.coordinator,
  ballot: changes.ballot ?? 0,
  value: 'commit' as const,
  binding: { manifest: asked, manifestHash: changes.manifestHash ?? hashOf(asked) },
  decided: false,
});

const stored = (asked: Manifest) => rumos.transactionLog.find(asked.globalTransactionId);

describe('a message from the wrong airline', () => {
  it.each([
    ['PREPARE', (asked: Manifest) => answerPrepare(rumos, 'boreal', prepareMessage(asked))],
    ['ACCEPT', (asked: Manifest) => answerAccept(rumos, 'boreal', acceptMessage(asked))],
  ])('%s of somebody else’s transaction is refused and stores nothing', async (_name, send) => {
    const asked = manifest();
    await expect(send(asked)).rejects.toMatchObject({ name: 'Refusal', code: 'PEER_UNTRUSTED' });
    expect(await stored(asked)).toBeNull();
  });

  it('ABORT is refused, alarmed and frees nothing', async () => {
    const asked = manifest();
    await answerPrepare(rumos, 'giro', prepareMessage(asked));
    const { globalTransactionId } = asked;
    await expect(answerAbort(rumos, 'boreal', { globalTransactionId })).rejects.toMatchObject({
      code: 'PEER_UNTRUSTED',
    });
    expect((await stored(asked))?.participantState).toBe('prepared');
    expect(rumos.logged).toContain('protocol alarm');
  });
});

describe('a message that does not fit together', () => {
  it.each([
    ['PREPARE', (asked: Manifest) => answerPrepare(rumos, 'giro', prepareMessage(asked, 'f'.repeat(64)))],
    [
      'ACCEPT',
      (asked: Manifest) =>
        answerAccept(rumos, 'giro', acceptMessage(asked, { manifestHash: 'f'.repeat(64) })),
    ],
  ])('%s with another hash than its manifest has is refused', async (_name, send) => {
    const asked = manifest();
    await expect(send(asked)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      details: { field: 'manifestHash' },
    });
    expect(await stored(asked)).toBeNull();
  });

  it('PREPARE to an airline that has no part in it is refused', async () => {
    const asked = manifest({ participants: ['giro'] });
    await expect(answerPrepare(rumos, 'giro', prepareMessage(asked))).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
    expect(await stored(asked)).toBeNull();
  });

  it('PREPARE that the work cannot make sense of is refused before any tx', async () => {
    const asked = manifest();
    const work = {
      ...rumos.work,
      check: async () => {
        throw new Refusal('INPUT_INVALID', { field: 'parts' });
      },
    };
    await expect(answerPrepare({ ...rumos, work }, 'giro', prepareMessage(asked))).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
    expect(await stored(asked)).toBeNull();
  });

  it.each([1, 2, 3, 5])('ACCEPT in ballot %i, which is not the caller’s, is refused', async (ballot) => {
    const asked = manifest();
    await answerPrepare(rumos, 'giro', prepareMessage(asked));
    await expect(answerAccept(rumos, 'giro', acceptMessage(asked, { ballot }))).rejects.toMatchObject({
      code: 'PEER_UNTRUSTED',
    });
    expect(await stored(asked)).toMatchObject({ participantState: 'prepared', promised: 0, accepted: null });
  });

  it.each([1, 2, 3, 5])('PROMISE? in ballot %i, which is not the caller’s, is refused', async (ballot) => {
    const asked = manifest();
    await answerPrepare(rumos, 'giro', prepareMessage(asked));
    const message = { globalTransactionId: asked.globalTransactionId, coordinator: 'giro' as const, ballot };
    await expect(answerPromise(rumos, 'giro', message)).rejects.toMatchObject({ code: 'PEER_UNTRUSTED' });
    expect((await stored(asked))?.promised).toBe(0);
  });

  it('ACCEPT of another id than its manifest has is refused', async () => {
    const asked = manifest();
    const message = { ...acceptMessage(asked), globalTransactionId: manifest().globalTransactionId };
    await expect(answerAccept(rumos, 'giro', message)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(await stored(asked)).toBeNull();
  });
});

describe('the answers', () => {
  it('are the same for every copy of a message, and the receipt comes with each', async () => {
    const asked = manifest();
    const id = asked.globalTransactionId;
    const votes = [
      await answerPrepare(rumos, 'giro', prepareMessage(asked)),
      await answerPrepare(rumos, 'giro', prepareMessage(asked)),
    ];
    expect(votes).toEqual([{ kind: 'yes' }, { kind: 'yes' }]);
    const ack = { kind: 'ack', decision: 'commit', receipt: { locator: `rumos ${id}` } };
    expect(await answerAccept(rumos, 'giro', acceptMessage(asked))).toEqual(ack);
    expect(await answerAccept(rumos, 'giro', acceptMessage(asked))).toEqual(ack);
    expect(await answerPrepare(rumos, 'giro', prepareMessage(asked))).toEqual({ kind: 'yes' });
  });

  it('keep the passengers’ data at the participant that was told', async () => {
    const asked = manifest();
    await answerPrepare(rumos, 'giro', prepareMessage(asked));
    expect((await stored(asked))?.privateWork).toEqual({ name: 'Ana' });
  });

  it('a witness acknowledges without a receipt and without private data', async () => {
    const asked = manifest({ participants: ['giro', 'boreal'] });
    expect(await answerAccept(rumos, 'giro', acceptMessage(asked))).toEqual({
      kind: 'ack',
      decision: 'commit',
      receipt: null,
    });
    expect(await stored(asked)).toMatchObject({
      participantState: 'none',
      decision: 'commit',
      privateWork: null,
    });
  });

  it('ABORT leaves a tombstone that refuses the PREPARE which it overtook', async () => {
    const asked = manifest();
    const abort = () => answerAbort(rumos, 'giro', { globalTransactionId: asked.globalTransactionId });
    expect(await abort()).toEqual({ decision: 'abort' });
    expect(await abort()).toEqual({ decision: 'abort' });
    expect(await answerPrepare(rumos, 'giro', prepareMessage(asked))).toMatchObject({ kind: 'no' });
    expect(await answerAccept(rumos, 'giro', acceptMessage(asked))).toMatchObject({
      kind: 'nack',
      decision: 'abort',
    });
  });

  it('the same id with other content is no vote and no acknowledgement', async () => {
    const asked = manifest();
    await answerPrepare(rumos, 'giro', prepareMessage(asked));
    const other: Manifest = { ...asked, work: { rumos: ['99A'] } };
    expect(await answerPrepare(rumos, 'giro', prepareMessage(other))).toMatchObject({ kind: 'no' });
    expect(await answerAccept(rumos, 'giro', acceptMessage(other))).toEqual({
      kind: 'alarm',
      rule: 'a global transaction keeps its content',
    });
    expect(await rumos.seats()).not.toHaveProperty('99A');
  });
});
