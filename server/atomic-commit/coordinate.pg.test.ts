import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type AirlineCode, airlineCodes } from '../domain/airline-code';
import { type CoordinateOutcome, coordinate } from './coordinate';
import { type Fault, ToyAlliance, type ToyEngine } from './testing/toy-alliance';
import type { TransactionLog } from './transaction-log';

let alliance: ToyAlliance;

beforeAll(async () => {
  alliance = await ToyAlliance.start();
});

afterEach(async () => {
  await alliance.comeToRest();
  for (const code of airlineCodes) {
    const { database, logged } = alliance.engines[code];
    await database.sql`truncate toy_claims, toy_requests, toy_receipts`;
    logged.length = 0;
  }
});

afterAll(() => alliance.stop());

const all = { rumos: ['1A'], giro: ['2B'], boreal: ['3C'] };

async function rowAt(code: AirlineCode, id: string) {
  return alliance.engines[code].transactionLog.find(id);
}

/** What each airline's claims table says. */
async function seatsEverywhere(): Promise<Record<string, Record<string, string>>> {
  const entries = airlineCodes.map(async (code) => [code, await alliance.engines[code].seats()] as const);
  return Object.fromEntries(await Promise.all(entries));
}

const sold = { rumos: { '1A': 'sold' }, giro: { '2B': 'sold' }, boreal: { '3C': 'sold' } };
const free = { rumos: {}, giro: {}, boreal: {} };

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

async function eventuallyEverywhere(expected: Record<string, Record<string, string>>): Promise<void> {
  await alliance.eventually(async () => isSame(await seatsEverywhere(), expected));
}

function decisionOf(outcome: CoordinateOutcome): string | null {
  return outcome.kind === 'decided' ? outcome.transaction.decision : outcome.kind;
}

/** Loses the given message of the given procedure to one airline. */
function losing(to: AirlineCode, name: string, fault: Fault): void {
  alliance.fault = (call) => (call.to === to && call.name === name ? fault : null);
}

/** An engine whose next `tx` is, or seems, lost: the connection breaks before or right after COMMIT. */
function withBrokenTx(engine: ToyEngine, { at, committed }: { at: number; committed: boolean }): ToyEngine {
  const { transactionLog } = engine;
  let count = 0;
  const inTx: TransactionLog['inTx'] = async (run) => {
    count += 1;
    if (count !== at) return transactionLog.inTx(run);
    if (committed) await transactionLog.inTx(run);
    throw new Error('connection lost');
  };
  return { ...engine, transactionLog: { ...transactionLog, inTx } };
}

describe('a purchase over three airlines', () => {
  it.each(airlineCodes)('coordinated by %s sells everywhere', async (coordinator) => {
    const request = alliance.request(coordinator, all);
    const outcome = await coordinate(alliance.engines[coordinator], request);
    expect(decisionOf(outcome)).toBe('commit');
    await eventuallyEverywhere(sold);
    await alliance.eventually(async () => (await rowAt(coordinator, request.id))?.acknowledged.length === 2);
    for (const code of airlineCodes) {
      expect(await rowAt(code, request.id)).toMatchObject({ participantState: 'sold', decision: 'commit' });
      expect(alliance.engines[code].logged).not.toContain('protocol alarm');
    }
  });

  it('asks in canonical order, or at once when everything is held', async () => {
    await coordinate(alliance.engines.boreal, alliance.request('boreal', all));
    const ordered = alliance.calls.filter(({ name }) => name === 'prepare').map(({ to }) => to);
    expect(ordered).toEqual(['rumos', 'giro']);
    const seats = { rumos: ['5A'], giro: ['5A'], boreal: ['5A'] };
    const asked = new Set<AirlineCode>();
    let bothAsked = (): void => undefined;
    const meeting = new Promise<void>((resolve) => {
      bothAsked = resolve;
    });
    for (const code of ['rumos', 'giro'] as const) {
      alliance.engines[code].work.check = async () => {
        if (asked.add(code).size === 2) bothAsked();
      };
    }
    const outcome = coordinate(alliance.engines.boreal, alliance.request('boreal', seats, { allHeld: true }));
    await meeting;
    expect(decisionOf(await outcome)).toBe('commit');
    for (const code of airlineCodes) alliance.engines[code].work.check = async () => undefined;
  });

  it('gives each participant its own private share and the witness none', async () => {
    const request = alliance.request('rumos', { rumos: ['1A'], giro: ['2B'] });
    let told: unknown;
    alliance.engines.giro.work.check = async ({ privateWork }) => {
      told = privateWork;
    };
    await coordinate(alliance.engines.rumos, request);
    alliance.engines.giro.work.check = async () => undefined;
    await alliance.eventually(async () => (await rowAt('boreal', request.id)) !== null);
    expect(told).toEqual({ passengers: 'of giro' });
    expect((await rowAt('rumos', request.id))?.privateWork).toBeNull();
    expect(await rowAt('boreal', request.id)).toMatchObject({ privateWork: null, participantState: 'none' });
    expect(await alliance.engines.boreal.seats()).toEqual({});
  });

  it('keeps the receipt of every participant', async () => {
    const request = alliance.request('giro', all);
    await coordinate(alliance.engines.giro, request);
    const receipts = () =>
      alliance.engines.giro.database.sql`select sender, content from toy_receipts order by sender`;
    await alliance.eventually(async () => (await receipts()).length === 2);
    expect([...(await receipts())]).toEqual([
      { sender: 'boreal', content: { locator: `boreal ${request.id}` } },
      { sender: 'rumos', content: { locator: `rumos ${request.id}` } },
    ]);
  });
});

describe('a purchase at one airline', () => {
  it('needs nobody else', async () => {
    alliance.fault = () => 'request lost';
    const outcome = await coordinate(alliance.engines.giro, alliance.request('giro', { giro: ['2B'] }));
    expect(decisionOf(outcome)).toBe('commit');
    expect(alliance.calls).toEqual([]);
    expect(await alliance.engines.giro.seats()).toEqual({ '2B': 'sold' });
  });
});

describe('a refusal', () => {
  it.each(airlineCodes)('by %s frees what the others had prepared', async (refusing) => {
    const first = alliance.request(refusing, { [refusing]: all[refusing] });
    await coordinate(alliance.engines[refusing], first);
    const outcome = await coordinate(alliance.engines.giro, alliance.request('giro', all));
    expect(outcome).toMatchObject({
      kind: 'decided',
      transaction: { decision: 'abort', refusal: { code: 'SEAT_TAKEN' } },
    });
    await eventuallyEverywhere({ ...free, [refusing]: { [all[refusing][0] ?? '']: 'sold' } });
  });

  it('of what the work cannot accept comes back with its reason', async () => {
    const { work } = alliance.engines.boreal;
    const check = work.check;
    work.check = async () => {
      throw Object.assign(new Error('PRICE_CHANGED'), {
        name: 'Refusal',
        code: 'PRICE_CHANGED',
        details: { legId: 'x' },
      });
    };
    const outcome = await coordinate(alliance.engines.giro, alliance.request('giro', all));
    work.check = check;
    const refusal = { code: 'PRICE_CHANGED', airline: 'boreal', legId: 'x' };
    expect(outcome).toMatchObject({ kind: 'decided', transaction: { decision: 'abort', refusal } });
    await eventuallyEverywhere(free);
  });

  it('of a contested own seat is stored under the customer’s key', async () => {
    const { giro } = alliance.engines;
    await giro.database.sql`insert into toy_claims values ('2B', 'prepared', gen_random_uuid())`;
    giro.work.onWait = async () => {
      alliance.nowMs += 2_000;
    };
    const request = alliance.request('giro', { giro: ['2B'], boreal: ['3C'] }, { key: 'one intent' });
    const refusal = { code: 'SEAT_CONTESTED', airline: 'giro', seat: '2B' };
    const outcome = await coordinate(giro, request);
    expect(outcome).toMatchObject({ kind: 'decided', transaction: { decision: 'abort', refusal } });
    expect(await coordinate(giro, request)).toEqual({ kind: 'replayed' });
    expect(alliance.calls).toEqual([]);
  });
});

describe('an airline that does not answer', () => {
  it.each<[AirlineCode, Fault]>([
    ['rumos', 'request lost'],
    ['boreal', 'request lost'],
    ['rumos', 'answer lost'],
    ['boreal', 'answer lost'],
  ])('%s, %s: nothing is bought and the others are freed', async (silent, fault) => {
    losing(silent, 'prepare', fault);
    const request = alliance.request('giro', all);
    const refusal = { code: 'AIRLINE_OFFLINE', airline: silent };
    expect(await coordinate(alliance.engines.giro, request)).toMatchObject({
      kind: 'decided',
      transaction: { decision: 'abort', refusal },
    });
    await eventuallyEverywhere(free);
  });

  it('is told of the abort once it is back', async () => {
    let isSilent = true;
    const prepared = alliance.request('giro', { rumos: ['1A'], giro: ['2B'] });
    alliance.fault = ({ to, name }) => {
      if (to !== 'rumos' || !isSilent) return null;
      return name === 'prepare' ? 'answer lost' : 'request lost';
    };
    await coordinate(alliance.engines.giro, prepared);
    const aborts = () => alliance.calls.filter(({ name }) => name === 'abort').length;
    await alliance.eventually(() => aborts() >= 3);
    expect(await alliance.engines.rumos.seats()).toEqual({ '1A': 'prepared' });
    isSilent = false;
    await eventuallyEverywhere(free);
  });

  it('does not get more time than the whole prepare phase has', async () => {
    alliance.fault = ({ name }) => {
      if (name === 'prepare') alliance.nowMs += 3_000;
      return null;
    };
    const outcome = await coordinate(alliance.engines.giro, alliance.request('giro', all));
    const timeouts = alliance.calls
      .filter(({ name }) => name === 'prepare')
      .map(({ timeoutMs }) => timeoutMs);
    expect(timeouts).toEqual([3_500, 1_000]);
    expect(decisionOf(outcome)).toBe('commit');
  });

  it('leaves the coordinator’s own contested seat only what is left of that time', async () => {
    const { giro } = alliance.engines;
    await giro.database.sql`insert into toy_claims values ('2B', 'prepared', gen_random_uuid())`;
    const waits: number[] = [];
    giro.work.onWait = async (timeoutMs) => {
      waits.push(timeoutMs);
      alliance.nowMs += timeoutMs;
    };
    alliance.fault = ({ name }) => {
      if (name === 'prepare') alliance.nowMs += 3_600;
      return null;
    };
    const outcome = await coordinate(giro, alliance.request('giro', all));
    expect(waits).toEqual([400]);
    expect(outcome).toMatchObject({
      transaction: { decision: 'abort', refusal: { code: 'SEAT_CONTESTED' } },
    });
    await eventuallyEverywhere({ ...free, giro: { '2B': 'prepared' } });
  });

  it('is not asked when the time for voting is over', async () => {
    alliance.fault = ({ name }) => {
      if (name === 'prepare') alliance.nowMs += 4_000;
      return null;
    };
    const refusal = { code: 'AIRLINE_OFFLINE', airline: 'giro' };
    const outcome = await coordinate(alliance.engines.boreal, alliance.request('boreal', all));
    expect(outcome).toMatchObject({ transaction: { decision: 'abort', refusal } });
    expect(alliance.calls.filter(({ name }) => name === 'prepare').map(({ to }) => to)).toEqual(['rumos']);
    await eventuallyEverywhere(free);
  });
});

describe('a lost ACCEPT or acknowledgement', () => {
  it.each<Fault>(['request lost', 'answer lost'])(
    '%s: the other airline’s word decides, the resend completes',
    async (fault) => {
      losing('rumos', 'accept', fault);
      const request = alliance.request('giro', all);
      expect(decisionOf(await coordinate(alliance.engines.giro, request))).toBe('commit');
      expect((await rowAt('giro', request.id))?.acknowledged).toEqual(['boreal']);
      alliance.fault = () => null;
      await eventuallyEverywhere(sold);
      await alliance.eventually(async () => (await rowAt('giro', request.id))?.acknowledged.length === 2);
      expect(alliance.engines.rumos.work.calls.filter((call) => call === 'commit').length).toBeGreaterThan(0);
    },
  );

  it('of everybody: the customer hears "pending", the purchase goes on without them', async () => {
    alliance.fault = ({ name }) => (name === 'accept' ? 'request lost' : null);
    const request = alliance.request('giro', all);
    const outcome = coordinate(alliance.engines.giro, request);
    await alliance.eventually(() => alliance.calls.filter(({ name }) => name === 'accept').length >= 6);
    // Eight seconds later.
    alliance.pauses.endUpTo(8_000);
    expect(await outcome).toEqual({ kind: 'pending' });
    expect(await rowAt('giro', request.id)).toMatchObject({ coordinatorState: 'committing', decision: null });
    alliance.fault = () => null;
    await eventuallyEverywhere(sold);
    expect(await rowAt('giro', request.id)).toMatchObject({ coordinatorState: 'done', decision: 'commit' });
  });
});

describe('a recovery ballot that decided abort meanwhile', () => {
  it('is learnt from the first answer, and who is still prepared is told', async () => {
    const request = alliance.request('giro', all);
    const { rumos } = alliance.engines;
    let isBorealCut = true;
    alliance.fault = async ({ to, name }) => {
      if (name !== 'accept') return null;
      if (to === 'boreal') return isBorealCut ? 'request lost' : null;
      // What Rumos will have stored as an acceptor of Boreal's ballot; the ballots themselves come with recovery.
      await rumos.database.sql`update global_transactions set promised = 5, accepted_ballot = 5,
        accepted_value = 'abort', decision = 'abort', participant_state = 'freed' where id = ${request.id}`;
      await rumos.database.sql`delete from toy_claims`;
      return null;
    };
    const outcome = await coordinate(alliance.engines.giro, request);
    expect(decisionOf(outcome)).toBe('abort');
    await eventuallyEverywhere(free);
    const accepts = () =>
      alliance.calls.filter(({ to, name }) => to === 'boreal' && name === 'accept').length;
    const before = accepts();
    isBorealCut = false;
    await alliance.eventually(() => alliance.pauses.lengths().length === 0);
    expect(accepts()).toBe(before);
  });
});

describe('the customer', () => {
  it('who asks twice with one key gets one purchase', async () => {
    const twice = [1, 2].map(() => alliance.request('giro', all, { key: 'one click' }));
    const outcomes = await Promise.all(twice.map((request) => coordinate(alliance.engines.giro, request)));
    expect(outcomes.map(decisionOf).sort()).toEqual(['commit', 'replayed']);
    await eventuallyEverywhere(sold);
  });

  it('who goes away does not cancel', async () => {
    const request = alliance.request('giro', all);
    void coordinate(alliance.engines.giro, request);
    await eventuallyEverywhere(sold);
    await alliance.eventually(async () => (await rowAt('giro', request.id))?.decision === 'commit');
  });

  it('leaves no timer behind when the answer comes in time', async () => {
    await coordinate(alliance.engines.giro, alliance.request('giro', { giro: ['2B'], rumos: ['1A'] }));
    expect(alliance.pauses.lengths().filter((ms) => ms >= 8_000)).toEqual([]);
  });
});

describe('two buyers of the same seats at two airlines', () => {
  it('have exactly one winner', async () => {
    for (const code of airlineCodes) alliance.engines[code].work.onWait = () => new Promise(setImmediate);
    const buyers = airlineCodes.flatMap((code) => [code, code]);
    const outcomes = await Promise.all(
      buyers.map((code) => coordinate(alliance.engines[code], alliance.request(code, all))),
    );
    expect(outcomes.map(decisionOf).sort()).toEqual(['abort', 'abort', 'abort', 'abort', 'abort', 'commit']);
    await eventuallyEverywhere(sold);
  });
});

describe('a coordinator that meets a fault half-way', () => {
  it('a bug in a call: nobody stays prepared', async () => {
    const { giro } = alliance.engines;
    const peers = { ...giro.airline.peers };
    const call: typeof peers.call = (to, procedure, ...rest) => {
      if (to === 'boreal' && procedure.name === 'prepare') throw new TypeError('x is undefined');
      return giro.airline.peers.call(to, procedure, ...rest);
    };
    const broken = { ...giro, airline: { ...giro.airline, peers: { ...peers, call } } };
    const outcome = await coordinate(broken, alliance.request('giro', all));
    expect(decisionOf(outcome)).toBe('abort');
    await eventuallyEverywhere(free);
  });

  it.each([
    // At Rumos: T1 is its first tx, T3 its second.
    { what: 'T3 is lost', committed: false, decision: 'abort', seats: free },
    { what: 'T3 is stored and only its answer is lost', committed: true, decision: 'commit', seats: sold },
  ])('$what: it reads what became of it and goes on from there', async ({ committed, decision, seats }) => {
    const broken = withBrokenTx(alliance.engines.rumos, { at: 2, committed });
    const request = alliance.request('rumos', all);
    const outcome = coordinate(broken, request);
    await eventuallyEverywhere(seats);
    expect(decisionOf(await outcome)).toBe(decision);
    expect(alliance.engines.rumos.logged).toContain('coordinator failed');
  });
});
