import { findCustomer, shareCustomer } from '../account/customer-messages';
import { findCustomerForPeer } from '../account/find-customer-for-peer';
import { receiveCustomer } from '../account/receive-customer';
import {
  answerAbort,
  answerAccept,
  answerPrepare,
  answerPromise,
  answerStatus,
} from '../atomic-commit/answer-peer';
import {
  abortProcedure,
  acceptProcedure,
  prepareProcedure,
  promiseProcedure,
  statusProcedure,
} from '../atomic-commit/messages';
import { listForPeer } from '../booking/list-bookings';
import { bookingsProcedure, purchaseProcedure, settlePurchaseProcedure } from '../booking/messages';
import { sellForPeer, settleForPeer } from '../booking/sell-for-peer';
import { engineOf } from '../booking/work';
import { getStatus } from '../boot';
import {
  extendHoldProcedure,
  holdProcedure,
  releaseHoldProcedure,
  seatMapProcedure,
} from '../inventory/messages';
import { extendOwnHold, holdOwnSeats, releaseOwnHold } from '../inventory/own-holds';
import { ownSeatMap } from '../inventory/own-seat-map';
import { bookingCopies } from '../memory/booking-copies';
import { answerComparison } from '../memory/compare-memories';
import { bookingCopiesProcedure, compareMemoriesProcedure, recollectionsProcedure } from '../memory/messages';
import { recollect } from '../memory/recollect';
import { answerHello, helloProcedure } from '../peers/hello';
import { cabinsProcedure } from '../replication/cabin-messages';
import { catalogueChanges } from '../replication/catalogue-messages';
import { readCabins } from '../replication/read-cabins';
import { readChanges } from '../replication/read-changes';
import { declared, peerRouter } from '../trpc';
import { version } from '../version';

/** What the other airlines may ask, on the peer port. */
export const peerProcedures = peerRouter({
  peer: peerRouter({
    hello: declared(helloProcedure).query(({ ctx }) =>
      answerHello(ctx.airline, { status: getStatus(), version }),
    ),

    prepare: declared(prepareProcedure).mutation(({ ctx, input }) =>
      answerPrepare(engineOf(ctx.airline), ctx.caller, input),
    ),
    accept: declared(acceptProcedure).mutation(({ ctx, input }) =>
      answerAccept(engineOf(ctx.airline), ctx.caller, input),
    ),
    abort: declared(abortProcedure).mutation(({ ctx, input }) =>
      answerAbort(engineOf(ctx.airline), ctx.caller, input),
    ),
    status: declared(statusProcedure).query(({ ctx, input }) => answerStatus(engineOf(ctx.airline), input)),
    promise: declared(promiseProcedure).mutation(({ ctx, input }) =>
      answerPromise(engineOf(ctx.airline), ctx.caller, input),
    ),

    compareMemories: declared(compareMemoriesProcedure).mutation(({ ctx, input }) =>
      answerComparison(ctx.airline, ctx.caller, input),
    ),
    recollections: declared(recollectionsProcedure).query(({ ctx, input }) =>
      recollect(ctx.airline, ctx.caller, input),
    ),
    bookingCopies: declared(bookingCopiesProcedure).query(({ ctx, input }) =>
      bookingCopies(ctx.airline, ctx.caller, input),
    ),

    purchase: declared(purchaseProcedure).mutation(({ ctx, input }) => sellForPeer(ctx.airline, input)),
    settlePurchase: declared(settlePurchaseProcedure).mutation(({ ctx, input }) =>
      settleForPeer(ctx.airline, input),
    ),
    bookings: declared(bookingsProcedure).query(async ({ ctx, input }) => ({
      bookings: await listForPeer(ctx.airline, input),
    })),

    seatMap: declared(seatMapProcedure).query(
      ({ ctx, input: { legId, bookingDraftId = null, customerId = null } }) =>
        ownSeatMap(ctx.airline, legId, { bookingDraftId, customerId }),
    ),
    hold: declared(holdProcedure).mutation(({ ctx, input }) => holdOwnSeats(ctx.airline, input)),
    extendHold: declared(extendHoldProcedure).mutation(({ ctx, input }) => extendOwnHold(ctx.airline, input)),
    releaseHold: declared(releaseHoldProcedure).mutation(({ ctx, input }) =>
      releaseOwnHold(ctx.airline, input),
    ),

    changes: declared(catalogueChanges).query(({ ctx, input }) => readChanges(ctx.airline, input)),
    cabins: declared(cabinsProcedure).query(({ ctx }) => readCabins(ctx.airline)),

    shareCustomer: declared(shareCustomer).mutation(({ ctx, input }) =>
      receiveCustomer(ctx.airline, ctx.caller, input),
    ),
    findCustomer: declared(findCustomer).query(({ ctx, input }) =>
      findCustomerForPeer(ctx.airline, ctx.caller, input),
    ),
  }),
});
