import { seedCabins } from '@/db/seed/cabins';
import { salesWindow } from '@/db/seed/sales-window';
import { seedNetwork } from '@/db/seed/seed-network';
import type { ScheduleOwner } from '@/server/schedule/import-schedule';

/** Puts the airline's cabins and its demo network on sale and says how far it is. */
export async function seedAirline(airline: ScheduleOwner, days: number): Promise<void> {
  const startedAt = airline.clock.now().getTime();
  const cabins = await seedCabins(airline);
  const window = salesWindow(airline.clock, days);
  console.log(`${airline.code}: ${cabins} cabins; importing flights from ${window.from} to ${window.to} …`);
  const { added, unchanged } = await seedNetwork(airline, window);
  const seconds = ((airline.clock.now().getTime() - startedAt) / 1_000).toFixed(1);
  console.log(`${airline.code}: ${added} legs added, ${unchanged} were there, ${seconds} s`);
}
