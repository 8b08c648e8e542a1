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
  'account.merge': {
    text: 'Unites the account with those that were opened with the same e-mail on the other side of a cut and that this password opens. The one opened first remains, with its password; sessions of the others go on as it.',
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
    text: 'One booking of the customer, whichever airline sold it. Parts of airlines that are away are copies (`live: false`, with their hour); names are told only by a site that flies the passengers.',
    refusals: ['BOOKING_UNKNOWN'],
  },
  'booking.list': {
    text: 'Every booking of the customer over all airlines, newest first, at most 200, from this site’s own database; airlines whose latest news may be missing are named.',
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
  'live.changes': {
    text: 'The published state of these legs and the freshness of every airline, then every change, over `GET` with `Accept: text/event-stream`. Each event is a full state and replaces the one before, so a reader that connects again has missed nothing; a slow reader is told the newest states only. A sign of life every 15 s. A refusal arrives as the event `serialized-error`.',
    refusals: ['OVERLOADED', 'RATE_LIMITED'],
  },
  'search.airports': {
    text: 'Airports by code, city, name or city group, without regard to accents and case; all of them without a query.',
  },
  'search.itineraries': {
    text: 'Itineraries over the three networks: see [search](search.md).',
    refusals: ['AIRPORT_UNKNOWN', 'SAME_AIRPORT', 'DATE_OUT_OF_RANGE'],
  },
  'search.calendar': {
    text: 'The lowest fare of every day of a month, for all passengers, and [why a day has none](search.md#the-fare-calendar).',
    refusals: ['AIRPORT_UNKNOWN', 'SAME_AIRPORT', 'DATE_OUT_OF_RANGE'],
  },

  'peer.hello': { text: 'The heartbeat: who answers, which protocol it speaks, how far its change log is.' },
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
  'peer.booking': {
    text: 'What the airline states of one booking of a customer: the header, and its own part without names; for a locator that the asking site does not know yet.',
  },
  'peer.seatMap': { text: 'The seats of one of its legs.', refusals: ['LEG_UNKNOWN'] },
  'peer.hold': {
    text: 'Holds seats on one of its legs for a draft of the caller’s site.',
    refusals: holdRefusals,
  },
  'peer.extendHold': { text: 'Ten more minutes for such a hold.', refusals: ['HOLD_EXPIRED'] },
  'peer.releaseHold': { text: 'Lets seats of such a hold go.' },
  'peer.changes': {
    text: 'The change logs that the airline has, its own and the others’, from the caller’s version vector on: batches as their origin signed them, at most 2 MB at a time. `wants` names the origins whose batches are asked for. See [replication](replication.md).',
  },
  'peer.hint': {
    text: 'Says that the caller’s change log has grown, with the new batches where they are small. Answers with the receiver’s version vector.',
    refusals: ['INPUT_INVALID'],
  },
  'peer.snapshot': {
    text: 'A page of everything that the airline itself has published, by entity in the order of ids, with the place of its log that the page stands for: for who cannot catch up by the log.',
    refusals: ['AIRLINE_RECOVERING', 'OVERLOADED'],
  },
  'peer.checksums': {
    text: 'Checksums of what the airline itself has published, by entity, and how far every log had come: for comparing copies with the original.',
    refusals: ['AIRLINE_RECOVERING'],
  },
  'peer.findCustomer': {
    text: 'The accounts that were opened with an e-mail, for one that the change log has not brought yet.',
    refusals: ['RATE_LIMITED'],
  },
};
