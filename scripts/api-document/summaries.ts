import type { RefusalCode } from '@/server/errors';

/** What the schemas do not say of a procedure: its sentence, and the refusals that are its own. */
export type Summary = { text: string; refusals?: readonly RefusalCode[] };

const purchaseRefusals = [
  'LEG_UNKNOWN',
  'SEAT_UNKNOWN',
  'SEAT_REPEATED',
  'SEATS_DIFFER_FROM_PASSENGERS',
  'ITINERARY_IMPOSSIBLE',
  'IDEMPOTENCY_MISMATCH',
] as const;

const holdRefusals = [
  'SEAT_TAKEN',
  'SEAT_UNKNOWN',
  'SEAT_REPEATED',
  'HOLD_LIMIT',
  'LEG_UNKNOWN',
  'LEG_CANCELLED',
  'CUT_OFF_PASSED',
] as const;

/** By the full name of the procedure. A test keeps this list and the routers in step. */
export const summaries: Record<string, Summary> = {
  'account.register': {
    text: 'Opens an account, valid at all three airlines. It does not sign in.',
    refusals: ['EMAIL_TAKEN', 'RATE_LIMITED'],
  },
  'account.profile': { text: 'The signed-in customer’s own account.' },
  'account.update': { text: 'Changes what the customer is called.' },
  'account.changePassword': {
    text: 'Sets a new password and ends every session of the account, this one too.',
    refusals: ['CREDENTIALS_WRONG', 'RATE_LIMITED'],
  },
  'booking.purchase': {
    text: 'Buys seats on legs of any airlines, all or nothing. Once the request makes sense, a refusal (a seat lost, another price, an airline that does not answer) is a *result* with `status: "refused"`. The same idempotency key is the same purchase. `pending` means that there was no decision within 8 s: ask `booking.outcome`.',
    refusals: purchaseRefusals,
  },
  'booking.outcome': {
    text: 'What became of a purchase or cancellation, by its idempotency key.',
    refusals: ['PURCHASE_UNKNOWN'],
  },
  'booking.get': {
    text: 'One booking of the customer, whichever airline sold it. Parts of airlines that do not answer are copies (`live: false`, with their hour).',
    refusals: ['BOOKING_UNKNOWN'],
  },
  'booking.list': {
    text: 'Every booking of the customer over all airlines, newest first, at most 200 of each airline; airlines that did not answer are named.',
  },
  'booking.cancelQuote': {
    text: 'What would come back if the whole booking were cancelled now.',
    refusals: ['BOOKING_UNKNOWN', 'BOOKING_CANCELLED', 'AIRLINE_OFFLINE', 'CUT_OFF_PASSED'],
  },
  'booking.cancel': {
    text: 'Cancels the whole booking at every airline, or at none. `quotedRefundCents` is what `booking.cancelQuote` said. Answers as `booking.purchase` does.',
    refusals: [
      'BOOKING_UNKNOWN',
      'BOOKING_CANCELLED',
      'AIRLINE_OFFLINE',
      'CUT_OFF_PASSED',
      'PRICE_CHANGED',
      'IDEMPOTENCY_MISMATCH',
    ],
  },
  'inventory.seatMap': {
    text: 'The seats of one leg, asked of its operating airline at that moment. `mine` are those held for the given draft or the signed-in customer.',
    refusals: ['LEG_UNKNOWN', 'AIRLINE_OFFLINE'],
  },
  'inventory.hold': {
    text: 'Holds seats of one leg for ten minutes, all of them or none; what the draft holds there already stays. Without a draft of the site’s pages, make up a `bookingDraftId` and keep it for the purchase. Answers with all that the draft holds on the leg.',
    refusals: [...holdRefusals, 'AIRLINE_OFFLINE', 'RATE_LIMITED'],
  },
  'inventory.extendHold': {
    text: 'Ten more minutes for the seats that the draft holds on the leg, at most forty from the first hold.',
    refusals: ['HOLD_EXPIRED', 'AIRLINE_OFFLINE', 'RATE_LIMITED'],
  },
  'inventory.releaseHold': {
    text: 'Lets held seats go; answers with what the draft still holds on the leg.',
    refusals: ['AIRLINE_OFFLINE', 'RATE_LIMITED'],
  },
  'search.airports': {
    text: 'Airports by code, city, name or city group, without regard to accents and case; all of them without a query.',
  },
  'search.itineraries': {
    text: 'Itineraries over the three networks: see [search](search.md).',
    refusals: ['AIRPORT_UNKNOWN', 'SAME_AIRPORT', 'DATE_OUT_OF_RANGE'],
  },

  'peer.hello': { text: 'The heartbeat: who answers, which protocol it speaks, how far its catalogue is.' },
  'peer.prepare': {
    text: 'M1 of the [protocol](protocol.md): asks a participant to vote on its part of a global transaction. `manifest.work` is a [Sale](#sale) or a [Cancellation](#cancellation); `privateWork` is this participant’s own [PrivateShare](#privateshare) of a sale, and null for a cancellation.',
    refusals: ['PEER_UNTRUSTED'],
  },
  'peer.accept': {
    text: 'M2: tells an airline that the coordinator has accepted commit; and the second half of a recovery ballot.',
    refusals: ['PEER_UNTRUSTED'],
  },
  'peer.promise': {
    text: 'The first half of a recovery ballot: promises to accept nothing below it, and tells what was accepted before.',
    refusals: ['PEER_UNTRUSTED'],
  },
  'peer.status': {
    text: 'What this airline knows of a global transaction. “Undecided” and “unknown” decide nothing.',
  },
  'peer.abort': { text: 'The coordinator has decided abort.', refusals: ['PEER_UNTRUSTED'] },
  'peer.compareMemories': {
    text: 'Once a second: how far the caller’s database reaches, and how far each has seen the other’s. Who lags behind what was seen of it has [forgotten something](operations.md).',
  },
  'peer.recollections': {
    text: 'What this airline knows of global transactions in which the caller may have voted: for a caller that may have forgotten them.',
  },
  'peer.bookingCopies': {
    text: 'Bookings in which the caller flies, with its part as it once told it, without names: for a caller that has forgotten them.',
  },
  'peer.purchase': {
    text: 'Asks the one airline whose seats are bought to do the whole purchase itself.',
    refusals: purchaseRefusals,
  },
  'peer.settlePurchase': {
    text: 'What became of such a purchase whose answer was lost. One that never arrived is refused from now on.',
    refusals: ['IDEMPOTENCY_MISMATCH'],
  },
  'peer.bookings': { text: 'What the airline knows of one customer’s bookings: headers, and its own parts.' },
  'peer.seatMap': { text: 'The seats of one of its legs.', refusals: ['LEG_UNKNOWN'] },
  'peer.hold': {
    text: 'Holds seats on one of its legs for a draft of the caller’s site.',
    refusals: holdRefusals,
  },
  'peer.extendHold': { text: 'Ten more minutes for such a hold.', refusals: ['HOLD_EXPIRED'] },
  'peer.releaseHold': { text: 'Lets seats of such a hold go.' },
  'peer.changes': {
    text: 'The legs of its own catalogue that changed after a cursor, in the order of the changes.',
  },
  'peer.cabins': { text: 'Its cabin templates, which price the seats of its legs on every site.' },
  'peer.shareCustomer': {
    text: 'Tells of a new or changed account.',
    refusals: ['INPUT_INVALID', 'RATE_LIMITED'],
  },
  'peer.findCustomer': { text: 'The account that holds an e-mail, or null.', refusals: ['RATE_LIMITED'] },
};
