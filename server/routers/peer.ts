import { findCustomer } from '../account/customer-messages';
import { findCustomerForPeer } from '../account/find-customer-for-peer';
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
import { bookingProcedure, purchaseProcedure, settlePurchaseProcedure } from '../booking/messages';
import { sellForPeer, settleForPeer } from '../booking/sell-for-peer';
import { stateBookingForPeer } from '../booking/state-bookings';
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
import { replicationOf } from '../replicated-entities';
import { snapshotProcedure } from '../replication/bootstrap/messages';
import { readSnapshot } from '../replication/bootstrap/read-snapshot';
import { checksumsProcedure } from '../replication/convergence/messages';
import { readChecksums } from '../replication/convergence/read-checksums';
import { answerChanges } from '../replication/exchange/answer-changes';
import { changesProcedure, hintProcedure } from '../replication/exchange/messages';
import { receiveHint } from '../replication/exchange/receive-hint';
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
    booking: declared(bookingProcedure).query(({ ctx, input }) => stateBookingForPeer(ctx.airline, input)),

    seatMap: declared(seatMapProcedure).query(
      ({ ctx, input: { legId, bookingDraftId = null, customerId = null } }) =>
        ownSeatMap(ctx.airline, legId, { bookingDraftId, customerId }),
    ),
    hold: declared(holdProcedure).mutation(({ ctx, input }) => holdOwnSeats(ctx.airline, input)),
    extendHold: declared(extendHoldProcedure).mutation(({ ctx, input }) => extendOwnHold(ctx.airline, input)),
    releaseHold: declared(releaseHoldProcedure).mutation(({ ctx, input }) =>
      releaseOwnHold(ctx.airline, input),
    ),

    changes: declared(changesProcedure).query(({ ctx, input }) =>
      answerChanges(ctx.airline, { caller: ctx.caller, ...input }),
    ),
    hint: declared(hintProcedure).mutation(({ ctx, input }) =>
      receiveHint(replicationOf(ctx.airline), ctx.caller, input),
    ),
    snapshot: declared(snapshotProcedure).query(({ ctx, input }) =>
      readSnapshot(replicationOf(ctx.airline), input),
    ),
    checksums: declared(checksumsProcedure).query(({ ctx }) => readChecksums(replicationOf(ctx.airline))),

    findCustomer: declared(findCustomer).query(({ ctx, input }) =>
      findCustomerForPeer(ctx.airline, ctx.caller, input),
    ),
  }),
});
