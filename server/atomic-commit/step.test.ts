import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf } from './canonical-json';
import { step } from './step';
import { histories, play, type Taken, take } from './testing/arbitrary-history';
import { type GlobalTransaction, newTransaction, type Self } from './transaction';

const runs = { numRuns: 500, seed: 1 };

function everyStep(claim: (taken: Taken, history: { self: Self; steps: Taken[] }) => void): void {
  fc.assert(
    fc.property(histories, ({ self, happenings }) => {
      const steps = play(self, happenings);
      for (const taken of steps) claim(taken, { self, steps });
    }),
    runs,
  );
}

const participantMoves = new Set([
  'none→prepared',
  'none→refused',
  'none→freed',
  'prepared→sold',
  'prepared→freed',
]);

const coordinatorMoves = new Set([
  'none→preparing',
  'none→done',
  'preparing→committing',
  'preparing→done',
  'committing→done',
]);

describe('whatever happens to a row', () => {
  it('its promise and its accepted ballot never decrease', () => {
    everyStep(({ before, after }) => {
      expect(after?.promised ?? 0).toBeGreaterThanOrEqual(before?.promised ?? 0);
      expect(after?.accepted?.ballot ?? -1).toBeGreaterThanOrEqual(before?.accepted?.ballot ?? -1);
    });
  });

  it('one ballot has one value', () => {
    everyStep(({ before, after }) => {
      if (before?.accepted && after?.accepted?.ballot === before.accepted.ballot)
        expect(after.accepted.value).toBe(before.accepted.value);
    });
  });

  it('its decision is written once', () => {
    everyStep(({ before, after }) => {
      if (before?.decision) expect(after?.decision).toBe(before.decision);
    });
  });

  it('nothing that was known is forgotten', () => {
    everyStep(({ before, after }) => {
      if (!before) return;
      expect(after).toMatchObject({ id: before.id, coordinator: before.coordinator });
      if (before.manifestHash) expect(after?.manifestHash).toBe(before.manifestHash);
      expect(after?.acknowledged).toEqual(expect.arrayContaining(before.acknowledged));
    });
  });

  it('the participant moves only along the table of the protocol', () => {
    everyStep(({ before, after }) => {
      const [from, to] = [before?.participantState ?? 'none', after?.participantState ?? 'none'];
      const soldAlone = after?.manifest?.participants.length === 1 && after.coordinatorState === 'done';
      if (from === to || (from === 'none' && to === 'sold' && soldAlone)) return;
      expect(participantMoves).toContain(`${from}→${to}`);
    });
  });

  it('the coordinator moves only forward', () => {
    everyStep(({ before, after }) => {
      const [from, to] = [before?.coordinatorState ?? 'none', after?.coordinatorState ?? 'none'];
      if (from !== to) expect(coordinatorMoves).toContain(`${from}→${to}`);
    });
  });

  it('its states fit together as the database demands', () => {
    everyStep(({ after }) => {
      if (!after) return;
      const { participantState, coordinatorState, decision, accepted, promised } = after;
      expect((after.manifest === null) === (after.manifestHash === null)).toBe(true);
      expect(accepted?.ballot ?? 0).toBeLessThanOrEqual(promised);
      if (participantState === 'sold') expect(decision).toBe('commit');
      if (participantState === 'refused' || participantState === 'freed') expect(decision).toBe('abort');
      if (participantState === 'prepared') expect(decision).toBe(null);
      if (coordinatorState === 'done') expect(decision).not.toBe(null);
      if (coordinatorState === 'preparing' || coordinatorState === 'committing') expect(decision).toBe(null);
    });
  });

  it('a committed participant has sold', () => {
    everyStep(({ after }, { self }) => {
      if (after?.decision !== 'commit' || !after.manifest?.participants.includes(self.airline)) return;
      expect(after.participantState).toBe('sold');
    });
  });

  it('only who is prepared or has sold has voted yes', () => {
    everyStep(({ after, reply }) => {
      if (reply?.kind !== 'vote' || reply.vote.kind === 'no') return;
      expect(['prepared', 'sold']).toContain(after?.participantState);
    });
  });

  it('who is refused or freed never votes yes', () => {
    everyStep(({ before, reply }) => {
      if (before?.participantState !== 'refused' && before?.participantState !== 'freed') return;
      if (reply?.kind === 'vote') expect(reply.vote.kind).toBe('no');
    });
  });

  it('who has promised a recovery ballot never begins to vote yes', () => {
    everyStep(({ before, after }) => {
      if (before && before.promised > 0 && before.participantState === 'none')
        expect(after?.participantState).not.toBe('prepared');
    });
  });

  it('a coordinator that has accepted commit never gives up by itself', () => {
    fc.assert(
      fc.property(histories, ({ self, happenings }) => {
        for (const { after } of play(self, happenings)) {
          if (after?.coordinatorState !== 'committing') continue;
          const giveUp = { kind: 'give-up', refusal: { code: 'AIRLINE_OFFLINE' } } as const;
          expect(step(self, after, giveUp)).toEqual({ row: after });
        }
      }),
      runs,
    );
  });

  it('an acceptor that has promised a ballot accepts nothing below it', () => {
    everyStep(({ before, after }) => {
      if (before && after?.accepted && after.accepted !== before.accepted)
        expect(after.accepted.ballot).toBeGreaterThanOrEqual(before.promised);
    });
  });

  it('a coordinator accepts commit by itself only without a promise to anybody', () => {
    everyStep(({ before, after }) => {
      if (before?.coordinatorState === 'preparing' && after?.coordinatorState === 'committing')
        expect(before).toMatchObject({ promised: 0, decision: null, accepted: null });
    });
  });

  it('the work hears of a decision once, and of one only', () => {
    fc.assert(
      fc.property(histories, ({ self, happenings }) => {
        const works = play(self, happenings).flatMap((taken) => taken.works);
        expect(works.filter((work) => work !== 'prepare').length).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });

  it('the same event twice changes nothing, gets the same answer and makes no work', () => {
    fc.assert(
      fc.property(histories, ({ self, happenings }) => {
        let row: GlobalTransaction | null = null;
        for (const happening of happenings) {
          const once = take(self, row, happening);
          const twice = once && take(self, once.after, happening);
          if (!once || !twice) continue;
          expect(twice.after).toEqual(once.after);
          // A coordinator's own vote is read from its row, not from an answer.
          if (!['begin', 'prepare-own'].includes(happening.event.kind))
            expect(twice.reply).toEqual(once.reply);
          expect(twice.works).toEqual([]);
          row = once.after;
        }
      }),
      runs,
    );
  });

  it('an event that changes nothing returns the very same row', () => {
    everyStep(({ before, after }) => {
      if (before && JSON.stringify(before) === JSON.stringify(after)) expect(after).toBe(before);
    });
  });
});

describe('the histories', () => {
  it('reach every state, decision and kind of answer', () => {
    const seen = new Set<string>();
    for (const { self, happenings } of fc.sample(histories, { numRuns: 1_500, seed: 1 })) {
      for (const { after, works, reply } of play(self, happenings)) {
        for (const work of works) seen.add(`work ${work}`);
        if (reply) seen.add(reply.kind === 'alarm' ? `alarm ${reply.rule}` : `reply ${reply.kind}`);
        if (!after) continue;
        seen.add(`participant ${after.participantState}`).add(`coordinator ${after.coordinatorState}`);
        seen.add(`decision ${after.decision}`).add(`accepted ${after.accepted?.value} ${after.decision}`);
      }
    }
    expect([...seen].sort()).toEqual([
      'accepted abort abort',
      'accepted abort commit',
      'accepted abort null',
      'accepted commit abort',
      'accepted commit commit',
      'accepted commit null',
      'accepted undefined abort',
      'accepted undefined commit',
      'accepted undefined null',
      'alarm a decision is written once',
      'alarm a global transaction keeps its content',
      'alarm a global transaction keeps its coordinator',
      'alarm nobody proposes abort at ballot 0',
      'alarm nothing is committed without this participant’s vote',
      'alarm only the coordinator aborts',
      'coordinator committing',
      'coordinator done',
      'coordinator none',
      'coordinator preparing',
      'decision abort',
      'decision commit',
      'decision null',
      'participant freed',
      'participant none',
      'participant prepared',
      'participant refused',
      'participant sold',
      'reply ack',
      'reply nack',
      'reply vote',
      'work abort',
      'work commit',
      'work prepare',
    ]);
  });
});

describe('in an alliance of three', () => {
  const self: Self = { airline: 'giro', members: ['rumos', 'giro', 'boreal'] };

  it('an acknowledgement of the decision after an abort is a contradiction', () => {
    const row: GlobalTransaction = {
      ...newTransaction('t1', 'giro'),
      coordinatorState: 'done',
      accepted: { ballot: 0, value: 'commit' },
      decision: 'abort',
    };
    const taken = step(self, row, { kind: 'acknowledged', from: 'rumos', decided: true });
    expect(taken).toEqual({ row, reply: { kind: 'alarm', rule: 'a decision is written once' } });
  });
});

describe('an event that no driver may ask for', () => {
  const self: Self = { airline: 'rumos', members: ['rumos', 'giro', 'boreal'] };
  const manifest = {
    globalTransactionId: 't1',
    coordinator: 'giro',
    participants: ['giro'],
    work: {},
  } as const;
  const foreign = {
    manifest: { ...manifest, participants: [...manifest.participants] },
    manifestHash: hashOf(manifest),
  };

  it.each(['all-prepared', 'prepare-own'] as const)('%s needs a row', (kind) => {
    expect(() => step(self, null, { kind })).toThrow('invariant broken');
  });

  it('all-prepared without the coordinator’s own vote is a bug', () => {
    const begun: GlobalTransaction = {
      ...newTransaction('t1', 'giro'),
      ...foreign,
      coordinatorState: 'preparing',
    };
    expect(() => step({ ...self, airline: 'giro' }, begun, { kind: 'all-prepared' })).toThrow('own vote');
  });

  it('begin at another airline than the coordinator is a bug', () => {
    expect(() =>
      step(self, null, { kind: 'begin', ...foreign, privateWork: null, prepareOwn: false }),
    ).toThrow('only the coordinator begins');
  });

  it('an acknowledgement of what was never accepted is a bug', () => {
    expect(() =>
      step(self, newTransaction('t1', 'rumos'), { kind: 'acknowledged', from: 'giro', decided: true }),
    ).toThrow('only what was proposed');
  });
});
