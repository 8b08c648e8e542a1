import type { AirlineCode } from '../../domain/airline-code';
import { Customer, type Order } from './customer';
import type { Wish } from './seats';
import type { Simulation } from './simulation';

/** Few seats, so that customers meet. */
const seats = ['1A', '1B', '2A'];

/** A few customers who want some of the same seats, within the first seconds. */
export function admitCustomers(simulation: Simulation): void {
  const { random, agenda } = simulation;
  const count = 1 + random.index(4);
  const rushMs = random.pick([20, 500, 4_000]);
  for (let number = 1; number <= count; number++) {
    const order = arbitraryOrder(simulation, `customer ${number}`);
    const customer = new Customer(simulation, order);
    const at = random.between(0, rushMs);
    agenda.after(at, () => customer.buy());
    // A double click: the same key twice at once.
    if (random.chance(0.15)) agenda.after(at + random.between(0, 5), () => customer.buy());
  }
}

function arbitraryOrder(simulation: Simulation, key: string): Order {
  const { random, members } = simulation;
  const some = random.some(members, 0.6);
  const participants = some.length > 0 ? some : [random.pick(members)];
  const wish: Wish = { customer: key, seats: {} };
  for (const code of participants) wish.seats[code] = random.some(seats, 0.4);
  for (const code of participants) if (!wish.seats[code]?.length) wish.seats[code] = [random.pick(seats)];
  if (random.chance(0.03)) wish.unknownAt = random.pick(participants);
  const allHeld = random.chance(0.3) && hold(simulation, wish);
  return { key, at: whoCoordinates(simulation, participants), wish, allHeld };
}

/** As in production: seats of one airline only are that airline's business. */
function whoCoordinates({ random, members }: Simulation, participants: AirlineCode[]): AirlineCode {
  const [only, ...others] = participants;
  return only && others.length === 0 ? only : random.pick(members);
}

/** Puts all the seats aside for this customer, or none when somebody has one. */
function hold(simulation: Simulation, { customer, seats: wanted }: Wish): boolean {
  const all = Object.entries(wanted).flatMap(([code, list]) =>
    list.map((seat) => ({ site: simulation.site(code as AirlineCode), seat })),
  );
  if (all.some(({ site, seat }) => site.store.read('claim', seat))) return false;
  for (const { site, seat } of all) {
    const until = new Date(site.now().getTime() + simulation.random.between(0, 5_000));
    site.store.put('claim', seat, { state: 'held', by: customer, until });
  }
  return true;
}
