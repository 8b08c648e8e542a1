import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '@/scripts/wait-until';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { purchaseOrderOf } from '../orders';
import type { OwnAlliance } from '../own-alliance';
import type { SeatForSale, SeatSupply } from '../seat-supply';
import { openSiteCustomer } from '../site-customer';
import { openEventReader } from './event-reader';

export type SpreadLatency = {
  /** Where the page stands. */
  site: AirlineCode;
  /** From the owner's answer to the event; an event that came before the answer counts as 0. */
  latenciesMs: number[];
  missed: number;
};

const seller: AirlineCode = 'rumos';
const heardMs = 5_000;

/** Sales come at any moment of the intervals in which news is gathered. */
const pauseMs = (sale: number) => 40 + ((sale * 37) % 160);

/** So many sales at one airline, one by one, while a page stands open at each of the three sites. */
export async function measureSpread(
  { deployment }: OwnAlliance,
  supply: SeatSupply,
  sales: number,
): Promise<SpreadLatency[]> {
  const siteUrlOf = (code: AirlineCode) =>
    deployment.members.find((member) => member.code === code)?.siteUrl ?? '';
  const seats = Array.from({ length: sales }, () => supply(seller));
  const legIds = [...new Set(seats.map(({ legId }) => legId))];
  const agent = new Agent({ keepAlive: true });
  const customer = await openSiteCustomer(siteUrlOf(seller), agent);
  const readers = await Promise.all(
    airlineCodes.map(async (site) => ({ site, reader: await openEventReader(siteUrlOf(site), legIds) })),
  );
  const soldAt = new Map<SeatForSale, number>();
  try {
    for (const [index, seat] of seats.entries()) {
      await customer.buy(purchaseOrderOf({ coordinator: seller, participants: [seller], seats: [seat] }));
      soldAt.set(seat, performance.now());
      await pause(pauseMs(index));
    }
    const isHeard = ({ legId, seat }: SeatForSale) =>
      readers.every(({ reader }) => reader.heardAt(legId, seat) !== null);
    await waitUntil(() => seats.every(isHeard), heardMs, 20);
    return readers.map(({ site, reader }) => {
      const latenciesMs = seats.flatMap((seat) => {
        const heardAt = reader.heardAt(seat.legId, seat.seat);
        return heardAt === null ? [] : [Math.max(0, heardAt - (soldAt.get(seat) ?? 0))];
      });
      return { site, latenciesMs, missed: seats.length - latenciesMs.length };
    });
  } finally {
    for (const { reader } of readers) reader.close();
    agent.destroy();
  }
}
