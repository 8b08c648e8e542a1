import { liveChanges, liveInputSchema } from '../live/live-changes';
import { publicProcedure, siteRouter } from '../trpc';

export const liveRouter = siteRouter({
  changes: publicProcedure
    .input(liveInputSchema)
    .subscription(({ ctx, input, signal }) =>
      liveChanges(ctx.airline, { ...input, address: ctx.address }, signal ?? ctx.airline.stopping),
    ),
});
