import { expect, it } from 'vitest';
import { legIdOf } from '../domain/leg';
import type { LiveEvent } from './live-event';
import { Mailbox } from './mailbox';

const legId = legIdOf({ airline: 'giro', flightNumber: 202, serviceDate: '2026-12-22', from: 'BSB' });

function legEvent(seatsLeft: number): LiveEvent {
  return {
    kind: 'leg',
    legId,
    seatsLeft,
    fareCents: 20_000,
    status: 'scheduled',
    departsAt: '2026-12-22T17:00:00.000Z',
    takenSeats: [],
    heldSeats: [],
  };
}

it('a slow reader is told the newest state only, of each thing once', async () => {
  const mailbox = new Mailbox();
  for (let seatsLeft = 9; seatsLeft > 0; seatsLeft--) mailbox.put('leg', legEvent(seatsLeft));
  mailbox.put('other', legEvent(5));
  const events = mailbox.events();
  expect((await events.next()).value).toEqual(legEvent(1));
  expect((await events.next()).value).toEqual(legEvent(5));
});

it('a reader that waits is woken by what comes', async () => {
  const mailbox = new Mailbox();
  const next = mailbox.events().next();
  mailbox.put('leg', legEvent(3));
  expect((await next).value).toEqual(legEvent(3));
});

it('the same event again is no news, an older state that comes again is', async () => {
  const mailbox = new Mailbox();
  const [three, two, last] = [legEvent(3), legEvent(2), legEvent(1)];
  const events = mailbox.events();
  mailbox.put('leg', three);
  expect((await events.next()).value).toBe(three);
  mailbox.put('leg', three);
  mailbox.put('other', last);
  expect((await events.next()).value).toBe(last);
  mailbox.put('leg', two);
  mailbox.put('leg', three);
  expect((await events.next()).value).toBe(three);
});

it('ends when its reader leaves', async () => {
  const mailbox = new Mailbox();
  const next = mailbox.events().next();
  mailbox.leave();
  expect(await next).toEqual({ done: true, value: undefined });
});

it('says that it is not complete when it is closed from our side', async () => {
  const mailbox = new Mailbox();
  const next = mailbox.events().next();
  mailbox.close();
  await expect(next).rejects.toMatchObject({ name: 'AbortError' });
});
