import { describe, expect, it } from 'vitest';
import { type LegSeats, legSeatsOf } from './leg-seats';
import { SeatDesk } from './seat-desk';
import type { SeatMapData } from './seat-map-data';
import type { HeldSeats, SeatAnswer, SeatRefusal, SeatService } from './seat-service';
import { buildSeatMap, onlyFree } from './testing/build-seat-map';

const until = '2026-12-01T12:10:00.000Z';
const later = '2026-12-01T12:20:00.000Z';

/** One airline that holds what is asked, remembers every request, and refuses the seats in `taken`. */
class FakeAirline implements SeatService {
  readonly requests: string[] = [];
  readonly held: string[] = [];
  taken = new Set<string>();
  refusal: SeatRefusal | null = null;
  limit = 9;
  map: SeatMapData = buildSeatMap();

  async readMap(): Promise<SeatAnswer<SeatMapData>> {
    return this.refusal ? { ok: false, refusal: this.refusal } : { ok: true, value: this.map };
  }
  async hold(_legId: string, seats: string[]): Promise<SeatAnswer<HeldSeats>> {
    this.requests.push(`hold ${seats.join(' ')}`);
    const lost = seats.find((seat) => this.taken.has(seat));
    if (this.refusal) return { ok: false, refusal: this.refusal };
    if (lost) return { ok: false, refusal: { code: 'SEAT_TAKEN', sentence: 'Perdido.', seat: lost } };
    if (this.held.length + seats.length > this.limit)
      return { ok: false, refusal: { code: 'HOLD_LIMIT', sentence: 'Demais.' } };
    this.held.push(...seats);
    return this.#answer(until);
  }
  async release(_legId: string, seats: string[]): Promise<SeatAnswer<HeldSeats>> {
    this.requests.push(`release ${seats.join(' ')}`);
    for (const seat of seats) this.held.splice(this.held.indexOf(seat), 1);
    return this.#answer(until);
  }
  async extend(): Promise<SeatAnswer<HeldSeats>> {
    this.requests.push('extend');
    return this.refusal ? { ok: false, refusal: this.refusal } : this.#answer(later);
  }
  #answer(holdUntil: string): SeatAnswer<HeldSeats> {
    return {
      ok: true,
      value: { seats: [...this.held], holdUntil: this.held.length === 0 ? null : holdUntil },
    };
  }
}

function openDesk(options: { passengerCount?: number; seatMap?: SeatMapData } = {}) {
  const airline = new FakeAirline();
  const { passengerCount = 2, seatMap = buildSeatMap() } = options;
  airline.map = seatMap;
  const leg: LegSeats = legSeatsOf({
    legId: seatMap.legId,
    seatMap,
    heldSeats: [],
    holdUntil: null,
    passengerCount,
  });
  return { airline, desk: new SeatDesk([leg], airline) };
}

describe('choosing', () => {
  it('shows the seat as pending at once and as held after the answer', async () => {
    const { desk } = openDesk();
    const settled = desk.choose(0, 0, '7A');
    expect(desk.store.leg(0).pending).toEqual({ '7A': 'holding' });
    await settled;
    expect(desk.store.leg(0)).toMatchObject({ pending: {}, assigned: ['7A', null], holdUntil: until });
    expect(desk.store.getState().notice).toEqual({
      kind: 'held',
      legIndex: 0,
      seat: '7A',
      passengerIndex: 0,
    });
  });

  it('sends quick clicks one after the other, in their order', async () => {
    const { desk, airline } = openDesk();
    desk.choose(0, 0, '7A');
    desk.choose(0, 1, '7B');
    await desk.release(0, '7A');
    expect(airline.requests).toEqual(['hold 7A', 'hold 7B', 'release 7A']);
    expect(desk.store.leg(0).assigned).toEqual([null, '7B']);
  });

  it('changing a seat holds the new one before it gives the old one back', async () => {
    const { desk, airline } = openDesk();
    await desk.choose(0, 0, '7A');
    await desk.choose(0, 0, '9C');
    expect(airline.requests).toEqual(['hold 7A', 'hold 9C', 'release 7A']);
    expect(desk.store.leg(0).assigned).toEqual(['9C', null]);
  });

  it('gives the old seat back first only when the limit asks for it', async () => {
    const { desk, airline } = openDesk();
    airline.limit = 1;
    await desk.choose(0, 0, '7A');
    await desk.choose(0, 0, '9C');
    expect(airline.requests).toEqual(['hold 7A', 'hold 9C', 'release 7A', 'hold 9C']);
    expect(desk.store.leg(0).assigned).toEqual(['9C', null]);
  });

  it('a lost race flips the seat, keeps the old one and names neighbours', async () => {
    const { desk, airline } = openDesk();
    await desk.choose(0, 0, '9C');
    airline.taken.add('7A');
    await desk.choose(0, 0, '7A');
    expect(desk.store.getState().notice).toMatchObject({
      kind: 'lost',
      seat: '7A',
      near: ['7B', '6A', '7C'],
    });
    expect(desk.store.leg(0)).toMatchObject({ assigned: ['9C', null], pending: {} });
    const seven = desk.store.leg(0).seatMap?.rows.find(({ row }) => row === 7);
    expect(seven?.seats[0]?.state).toBe('held');
  });

  it('a silent airline leaves everything as it was and is said to be silent', async () => {
    const { desk, airline } = openDesk();
    await desk.choose(0, 0, '9C');
    airline.refusal = { code: 'AIRLINE_OFFLINE', sentence: 'Sem resposta.' };
    await desk.choose(0, 1, '7A');
    expect(desk.store.leg(0)).toMatchObject({
      assigned: ['9C', null],
      silent: true,
      holdUntil: until,
      pending: {},
    });
    expect(desk.store.getState().notice?.kind).toBe('refused');
  });
});

describe('choosing for me', () => {
  it('seats everybody and gives back what it replaces', async () => {
    const { desk, airline } = openDesk();
    await desk.choose(0, 0, '15E');
    await desk.chooseForMe([0], 'together');
    expect(desk.store.leg(0).assigned).toEqual(['6A', '6B']);
    expect(airline.held).toEqual(['6A', '6B']);
    expect(desk.store.getState().notice).toEqual({ kind: 'chosen', seatCount: 2 });
  });

  it('tries elsewhere after a lost race', async () => {
    const { desk, airline } = openDesk({ passengerCount: 1 });
    airline.taken.add('6A');
    await desk.chooseForMe([0], 'window');
    expect(airline.requests).toEqual(['hold 6A', 'hold 6F']);
    expect(desk.store.leg(0).assigned).toEqual(['6F']);
  });

  it('says so when there are too few seats, and asks nothing', async () => {
    const { desk, airline } = openDesk({ seatMap: buildSeatMap(onlyFree(['7A'])) });
    await desk.chooseForMe([0], 'together');
    expect(airline.requests).toEqual([]);
    expect(desk.store.getState().notice).toEqual({ kind: 'tooFew', legIndex: 0 });
  });
});

describe('time', () => {
  it('more time moves the deadline of every leg that holds seats', async () => {
    const { desk } = openDesk();
    await desk.choose(0, 0, '7A');
    await desk.extend();
    expect(desk.store.leg(0).holdUntil).toBe(later);
    expect(desk.store.getState().notice).toEqual({ kind: 'moreTime' });
  });

  it('asks no airline for more time while nothing is held', async () => {
    const { desk, airline } = openDesk();
    await desk.extend();
    expect(airline.requests).toEqual([]);
  });

  it('after the end the same seats can be tried again, each for the same passenger', async () => {
    const { desk, airline } = openDesk();
    await desk.choose(0, 1, '7B');
    await desk.choose(0, 0, '9C');
    desk.expire();
    expect(desk.store.leg(0)).toMatchObject({ assigned: [null, null], holdUntil: null });
    airline.held.length = 0;
    await desk.tryAgain();
    expect(desk.store.leg(0).assigned).toEqual(['9C', '7B']);
    expect(desk.store.getState().expiredSeats).toBeNull();
  });

  it('trying again says which seat somebody else has by now', async () => {
    const { desk, airline } = openDesk({ passengerCount: 1 });
    await desk.choose(0, 0, '7A');
    desk.expire();
    airline.held.length = 0;
    airline.taken.add('7A');
    await desk.tryAgain();
    expect(desk.store.getState().notice).toMatchObject({ kind: 'lost', seat: '7A' });
  });

  it('nothing expires when nothing was held', () => {
    const { desk } = openDesk();
    desk.expire();
    expect(desk.store.getState().expiredSeats).toBeNull();
  });
});

describe('looking again', () => {
  it('shows what others took meanwhile', async () => {
    const { desk, airline } = openDesk();
    airline.map = buildSeatMap({ '7A': 'taken' });
    await desk.refresh(0);
    expect(desk.store.leg(0).seatMap).toEqual(airline.map);
  });

  it('tells when a hold of ours has ended at the airline', async () => {
    const { desk, airline } = openDesk();
    await desk.choose(0, 0, '7A');
    airline.map = buildSeatMap({ '7A': 'taken' });
    await desk.refresh(0);
    expect(desk.store.getState().notice).toEqual({ kind: 'ended', legIndex: 0, seats: ['7A'] });
    expect(desk.store.leg(0)).toMatchObject({ assigned: [null, null], holdUntil: null });
  });

  it('does not believe a map that is older than a click', async () => {
    const { desk } = openDesk();
    const looking = desk.refresh(0);
    await desk.choose(0, 0, '7A');
    await looking;
    expect(desk.store.leg(0).assigned).toEqual(['7A', null]);
  });

  it('a copy of a silent airline’s map takes no seat from us: the hold may be newer', async () => {
    const { desk, airline } = openDesk();
    await desk.choose(0, 0, '7A');
    airline.map = { ...buildSeatMap(), state: 'offline' };
    await desk.refresh(0);
    expect(desk.store.leg(0)).toMatchObject({ silent: true, assigned: ['7A', null], holdUntil: until });
  });

  it('keeps the last map of an airline that falls silent, and recovers', async () => {
    const { desk, airline } = openDesk();
    airline.refusal = { code: 'AIRLINE_OFFLINE', sentence: 'Sem resposta.' };
    await desk.refresh(0);
    expect(desk.store.leg(0)).toMatchObject({ silent: true });
    expect(desk.store.leg(0).seatMap).not.toBeNull();
    airline.refusal = null;
    await desk.refresh(0);
    expect(desk.store.leg(0).silent).toBe(false);
  });
});

it('the page is told of every change', async () => {
  const { desk } = openDesk();
  let told = 0;
  const leave = desk.store.subscribe(() => told++);
  await desk.choose(0, 0, '7A');
  leave();
  await desk.release(0, '7A');
  expect(told).toBe(2);
});
