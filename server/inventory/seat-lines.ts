import type { LegId } from '../domain/leg';

export type SeatOfLeg = { legId: LegId; seat: string };

/** Whether to try now, or why trying makes no sense any more: the seat is sold, the time is up, the line is too long. */
export type Turn = { kind: 'go' } | ({ kind: 'sold' | 'late' | 'full' } & SeatOfLeg);

export type SeatPlace = {
  /** Asks for the first or, after an attempt that met a contested seat, for the next attempt. */
  turn(timeoutMs: number): Promise<Turn>;
  /** Lets the next one come. `isPrepared`: the seats are taken until a decision, so nobody need try before. */
  leave(outcome: { isPrepared: boolean }): void;
};

export type LineLimits = {
  /** Whoever comes when so many wait for one seat is sent away. */
  longest: number;
  /** The first in line tries this often without being told: decisions of other processes on this database come unannounced. */
  pollMs: number;
};

type Ticket = {
  owner: string;
  seats: readonly SeatOfLeg[];
  /** `blocked`: an attempt has met somebody's undecided claim, and nothing has moved since. */
  state: 'fresh' | 'trying' | 'blocked';
  /** A seat was released during the attempt: its answer may be out of date. */
  hasMoved: boolean;
  /** Ends the waiting; null while it does not wait. */
  answer: ((turn: Turn) => void) | null;
};

/** `holder`: who has prepared the seat, as far as this process knows. */
type Line = { tickets: Ticket[]; holder: string | null };

const go: Turn = { kind: 'go' };

/**
 * Who wants which seats at this moment, in this process, in order of arrival: one at a time tries in the database, the
 * others wait without a connection. Places are taken in all lines at once, so the order is the same in each and nobody
 * can wait in a circle. A hint only: whoever tries still has to win the seat.
 */
export class SeatLines {
  readonly #lines = new Map<string, Line>();

  constructor(private readonly limits: LineLimits = { longest: 200, pollMs: 250 }) {}

  /** Takes a place behind everybody who wants one of these seats. `owner` is the same for a repetition of the same wish. */
  lineUp(owner: string, seats: readonly SeatOfLeg[]): SeatPlace {
    const ticket: Ticket = { owner, seats, state: 'fresh', hasMoved: false, answer: null };
    for (const seat of seats) this.#lineOf(seat).tickets.push(ticket);
    return {
      turn: (timeoutMs) => this.#turn(ticket, timeoutMs),
      leave: ({ isPrepared }) => this.#leave(ticket, isPrepared),
    };
  }

  /** These seats may be free again: the first in each line may try. */
  release(seats: readonly SeatOfLeg[]): void {
    for (const line of this.#existing(seats)) {
      line.holder = null;
      const [first] = line.tickets;
      if (first?.state === 'trying') first.hasMoved = true;
      if (first?.state === 'blocked') first.state = 'fresh';
    }
    this.#advance(seats);
  }

  /** These seats are sold: nobody in their lines can have them. */
  sell(seats: readonly SeatOfLeg[]): void {
    for (const seat of seats) {
      const line = this.#lines.get(keyOf(seat));
      if (!line) continue;
      for (const { owner, answer } of [...line.tickets])
        answer?.(owner === line.holder ? go : { kind: 'sold', ...seat });
      line.holder = null;
    }
  }

  /** How many lines there are; none when nobody waits or tries. */
  get size(): number {
    return this.#lines.size;
  }

  async #turn(ticket: Ticket, timeoutMs: number): Promise<Turn> {
    if (ticket.state === 'trying') ticket.state = ticket.hasMoved ? 'fresh' : 'blocked';
    ticket.hasMoved = false;
    const turn = this.#mayTry(ticket) ? go : await this.#wait(ticket, timeoutMs);
    if (turn.kind === 'go') ticket.state = 'trying';
    return turn;
  }

  #wait(ticket: Ticket, timeoutMs: number): Promise<Turn> {
    const obstacle = ticket.seats.find((seat) => !this.#isOpen(ticket, seat)) ?? ticket.seats[0];
    const full = ticket.seats.find((seat) => this.#lineOf(seat).tickets.length > this.limits.longest);
    if (full) return Promise.resolve({ kind: 'full', ...full });
    if (!obstacle || timeoutMs <= 0) return Promise.resolve(obstacle ? { kind: 'late', ...obstacle } : go);
    return new Promise((resolve) => {
      ticket.answer = (turn) => {
        clearTimeout(impatience);
        clearInterval(poll);
        ticket.answer = null;
        resolve(turn);
      };
      const impatience = setTimeout(() => ticket.answer?.({ kind: 'late', ...obstacle }), timeoutMs);
      const poll = setInterval(() => this.#isFirst(ticket) && ticket.answer?.(go), this.limits.pollMs);
    });
  }

  #leave(ticket: Ticket, isPrepared: boolean): void {
    for (const line of this.#existing(ticket.seats)) {
      line.tickets = line.tickets.filter((other) => other !== ticket);
      if (isPrepared) line.holder = ticket.owner;
    }
    for (const seat of ticket.seats) {
      if (this.#lines.get(keyOf(seat))?.tickets.length === 0) this.#lines.delete(keyOf(seat));
    }
    this.#advance(ticket.seats);
  }

  #advance(seats: readonly SeatOfLeg[]): void {
    for (const line of this.#existing(seats)) {
      const [first] = line.tickets;
      if (first && this.#mayTry(first)) first.answer?.(go);
    }
  }

  #mayTry(ticket: Ticket): boolean {
    return ticket.state !== 'blocked' && ticket.seats.every((seat) => this.#isOpen(ticket, seat));
  }

  /** Nobody is before it and nobody else has the seat; a repetition of what has prepared it hears yes at once. */
  #isOpen(ticket: Ticket, seat: SeatOfLeg): boolean {
    const { tickets, holder } = this.#lineOf(seat);
    return holder === ticket.owner || (holder === null && tickets[0] === ticket);
  }

  #isFirst(ticket: Ticket): boolean {
    return ticket.seats.every((seat) => this.#lineOf(seat).tickets[0] === ticket);
  }

  #existing(seats: readonly SeatOfLeg[]): Line[] {
    return seats.flatMap((seat) => this.#lines.get(keyOf(seat)) ?? []);
  }

  #lineOf(seat: SeatOfLeg): Line {
    const known = this.#lines.get(keyOf(seat));
    if (known) return known;
    const line: Line = { tickets: [], holder: null };
    this.#lines.set(keyOf(seat), line);
    return line;
  }
}

function keyOf({ legId, seat }: SeatOfLeg): string {
  return `${legId} ${seat}`;
}
