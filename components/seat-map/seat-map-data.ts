import type { inferRouterOutputs } from '@trpc/server';
import type { SiteRouter } from '@/server/routers/site';

/** One leg's cabin as `inventory.seatMap` answers it. `asOf` is ISO 8601 UTC by the operating airline's clock. */
export type SeatMapData = inferRouterOutputs<SiteRouter>['inventory']['seatMap'];

/** One seat as its operating airline states it; money in centavos beyond the fare. */
export type MappedSeat = SeatMapData['rows'][number]['seats'][number];

export type SeatState = MappedSeat['state'];

/** Every seat of the cabin, row by row, left to right. */
export function seatsOfMap(seatMap: Pick<SeatMapData, 'rows'>): MappedSeat[] {
  return seatMap.rows.flatMap((row) => row.seats);
}

/** The column letter of a designator: `12C` → `C`. */
export function letterOf(designator: string): string {
  return designator.slice(-1);
}

/** The printed row of a designator: `12C` → 12. */
export function rowOf(designator: string): number {
  return Number.parseInt(designator, 10);
}
