import { extendHold, holdSeats, releaseHold } from '../inventory/hold-seats';
import {
  extendHoldInputSchema,
  holdInputSchema,
  holdReceiptSchema,
  seatMapInputSchema,
  seatMapSchema,
} from '../inventory/messages';
import { seatMap } from '../inventory/seat-map';
import { limitedProcedure, publicProcedure, siteRouter } from '../trpc';

/** A family choosing seats clicks a few times a minute; a script that empties a flight does not get far. */
const holdsPerMinute = 120;

const holdProcedure = limitedProcedure('inventory.hold', holdsPerMinute);

export const inventoryRouter = siteRouter({
  seatMap: publicProcedure
    .input(seatMapInputSchema)
    .output(seatMapSchema)
    .query(({ ctx, input }) => seatMap(ctx.airline, { ...input, customerId: ctx.session?.customerId })),
  hold: holdProcedure
    .input(holdInputSchema)
    .output(holdReceiptSchema)
    .mutation(({ ctx, input }) =>
      holdSeats(ctx.airline, { ...input, customerId: ctx.session?.customerId ?? null }),
    ),
  extendHold: holdProcedure
    .input(extendHoldInputSchema)
    .output(holdReceiptSchema)
    .mutation(({ ctx, input }) => extendHold(ctx.airline, input)),
  releaseHold: holdProcedure
    .input(holdInputSchema)
    .output(holdReceiptSchema)
    .mutation(({ ctx, input }) => releaseHold(ctx.airline, input)),
});
