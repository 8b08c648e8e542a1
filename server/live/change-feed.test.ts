import { describe, expect, it } from 'vitest';
import { type LegId, legIdOf } from '../domain/leg';
import type { FreshnessByAirline } from '../replication/freshness';
import { ChangeFeed } from './change-feed';
import type { LiveEvent, PublishedLeg } from './live-event';
import type { Mailbox } from './mailbox';

const giroLeg = legIdOf({ airline: 'giro', flightNumber: 202, serviceDate: '2026-12-22', from: 'BSB' });
const borealLeg = legIdOf({ airline: 'boreal', flightNumber: 303, serviceDate: '2026-12-22', from: 'CNF' });

function stateOf(legId: LegId, takenSeats: string[] = []): PublishedLeg {
  return {
    legId,
    seatsLeft: 12 - takenSeats.length,
    fareCents: 20_000,
    status: 'scheduled',
    departsAt: '2026-12-22T17:00:00.000Z',
    takenSeats,
    heldSeats: [],
  };
}

function freshness(asOf: string, giro: 'live' | 'offline' = 'live'): FreshnessByAirline {
  return {
    rumos: { state: 'live', asOf },
    giro: { state: giro, asOf },
    boreal: { state: 'live', asOf },
  };
}

/** Everything that waits in a mailbox now. */
async function waitingIn(mailbox: Mailbox): Promise<LiveEvent[]> {
  mailbox.put(crypto.randomUUID(), { kind: 'airlines', airlines: freshness('end') });
  const events: LiveEvent[] = [];
  for await (const event of mailbox.events()) {
    if (event.kind === 'airlines' && event.airlines.rumos.asOf === 'end') return events;
    events.push(event);
  }
  return events;
}

describe('what has to be read', () => {
  it('is what somebody new listens to, and then only what has changed of it', () => {
    const feed = new ChangeFeed();
    feed.subscribe([giroLeg]);
    expect(feed.takeMarked(10)).toEqual({ legIds: [giroLeg], airlines: true });
    expect(feed.takeMarked(10)).toBeNull();
    feed.note({ origin: 'boreal', legIds: [borealLeg] });
    expect(feed.takeMarked(10)).toBeNull();
    feed.note({ origin: 'giro', legIds: [giroLeg, giroLeg] });
    expect(feed.takeMarked(10)).toEqual({ legIds: [giroLeg], airlines: false });
  });

  it('is every leg of an airline whose notice names none, and all after a loss', () => {
    const feed = new ChangeFeed();
    feed.subscribe([giroLeg, borealLeg]);
    feed.takeMarked(10);
    feed.note({ origin: 'boreal', legIds: null });
    expect(feed.takeMarked(10)).toEqual({ legIds: [borealLeg], airlines: false });
    feed.markAll();
    expect(feed.takeMarked(10)).toEqual({ legIds: [giroLeg, borealLeg], airlines: true });
  });

  it('is asked for in bounded portions, and comes back when it could not be read', () => {
    const feed = new ChangeFeed();
    feed.subscribe([giroLeg, borealLeg]);
    const first = feed.takeMarked(1);
    expect(first).toEqual({ legIds: [giroLeg], airlines: true });
    if (first) feed.putBack(first);
    expect(feed.takeMarked(2)).toEqual({ legIds: [borealLeg, giroLeg], airlines: true });
  });

  it('is nothing once everybody has left', () => {
    const feed = new ChangeFeed();
    const mailbox = feed.subscribe([giroLeg]);
    feed.takeMarked(10);
    feed.unsubscribe(mailbox, [giroLeg]);
    feed.note({ origin: 'giro', legIds: [giroLeg] });
    feed.markAll();
    expect(feed.takeMarked(10)).toBeNull();
    expect(feed.readers).toBe(0);
  });
});

describe('what is handed on', () => {
  it('goes to everybody who listens to that leg, and to nobody else', async () => {
    const feed = new ChangeFeed();
    const [one, two, other] = [
      feed.subscribe([giroLeg]),
      feed.subscribe([giroLeg]),
      feed.subscribe([borealLeg]),
    ];
    feed.handLeg(stateOf(giroLeg, ['2C']));
    const news = [{ kind: 'leg', ...stateOf(giroLeg, ['2C']) }];
    expect(await waitingIn(one)).toEqual(news);
    expect(await waitingIn(two)).toEqual(news);
    expect(await waitingIn(other)).toEqual([]);
  });

  it('is told once when it is read again unchanged, and still to who came later', async () => {
    const feed = new ChangeFeed();
    const early = feed.subscribe([giroLeg]);
    feed.handLeg(stateOf(giroLeg));
    expect(await waitingIn(early)).toHaveLength(1);
    const late = feed.subscribe([giroLeg]);
    feed.handLeg(stateOf(giroLeg));
    expect(await waitingIn(late)).toHaveLength(1);
    feed.handLeg(stateOf(giroLeg, ['2C']));
    feed.handLeg(stateOf(giroLeg));
    expect(await waitingIn(early)).toEqual([{ kind: 'leg', ...stateOf(giroLeg) }]);
  });

  it('the airlines are news when one falls silent or the shown minute turns, not every second', async () => {
    const feed = new ChangeFeed();
    const mailbox = feed.subscribe([]);
    feed.handAirlines(freshness('2026-12-01T12:00:01.000Z'));
    expect(await waitingIn(mailbox)).toHaveLength(1);
    feed.handAirlines(freshness('2026-12-01T12:00:02.000Z'));
    expect(await waitingIn(mailbox)).toEqual([]);
    feed.handAirlines(freshness('2026-12-01T12:00:03.000Z', 'offline'));
    expect(await waitingIn(mailbox)).toMatchObject([{ airlines: { giro: { state: 'offline' } } }]);
    feed.handAirlines(freshness('2026-12-01T12:01:00.000Z', 'offline'));
    expect(await waitingIn(mailbox)).toHaveLength(1);
  });
});
