import { z } from 'zod';
import { cancelBooking, cancelInputSchema, cancelQuote } from '../booking/cancel-booking';
import { getBooking } from '../booking/get-booking';
import { limitPurchases } from '../booking/limit-purchases';
import { listBookings } from '../booking/list-bookings';
import { purchase } from '../booking/purchase';
import { purchaseInputSchema } from '../booking/purchase-input';
import { purchaseOutcome } from '../booking/purchase-outcome';
import { typedLocatorSchema } from '../domain/record-locator';
import { customerProcedure, siteRouter } from '../trpc';

const locatorInputSchema = z.strictObject({ recordLocator: typedLocatorSchema });

/** It has waited for its turn at the door (`site-door.ts`). */
const purchaseProcedure = customerProcedure.use(async ({ ctx, next }) => {
  await limitPurchases(ctx.airline, ctx.session.customerId);
  return next();
});

export const bookingRouter = siteRouter({
  purchase: purchaseProcedure
    .input(purchaseInputSchema)
    .mutation(({ ctx, input }) => purchase(ctx.airline, input, ctx.session.customerId)),
  outcome: customerProcedure
    .input(z.strictObject({ idempotencyKey: z.uuid() }))
    .query(({ ctx, input }) =>
      purchaseOutcome(ctx.airline, { ...input, customerId: ctx.session.customerId }),
    ),
  get: customerProcedure
    .input(locatorInputSchema)
    .query(({ ctx, input }) => getBooking(ctx.airline, { ...input, customerId: ctx.session.customerId })),
  list: customerProcedure.query(({ ctx }) =>
    listBookings(ctx.airline, { customerId: ctx.session.customerId }),
  ),
  cancelQuote: customerProcedure
    .input(locatorInputSchema)
    .query(({ ctx, input }) => cancelQuote(ctx.airline, { ...input, customerId: ctx.session.customerId })),
  cancel: purchaseProcedure
    .input(cancelInputSchema)
    .mutation(({ ctx, input }) =>
      cancelBooking(ctx.airline, { ...input, customerId: ctx.session.customerId }),
    ),
});
