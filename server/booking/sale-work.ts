import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { bookingParts, bookings, coupons, passengers, recordLocators } from '@/db/schema';
import type { Airline } from '../airline';
import { invariant } from '../assert';
import { hashOf } from '../atomic-commit/canonical-json';
import type { Vote } from '../atomic-commit/events';
import type { GlobalTransaction } from '../atomic-commit/transaction';
import { Contested } from '../atomic-commit/work';
import { surchargeCents } from '../domain/cabin';
import { isRefusal, Refusal } from '../errors';
import { checkForSale, getSeats, lockOwnLegs } from '../inventory/own-leg';
import { prepareSeats } from '../inventory/prepare-seats';
import { refuseSoldSeats } from '../inventory/refuse-sold';
import { releasePreparedSeats, sellSeats } from '../inventory/settle-seats';
import { noteForgottenPassengers } from '../memory/forgotten-passengers';
import { closeDraft } from './close-draft';
import {
  findPart,
  type PrivateShare,
  privateShareSchema,
  type Sale,
  type SalePart,
  seatsOfPart,
} from './content';
import { issueETickets } from './issue-e-tickets';
import { issueLocator } from './issue-locator';
import { noteBookings } from './note-bookings';
import { recordResult } from './requests';
import { couponsOf, headerOf, ownPartOf } from './sale-rows';

export type SaleTask = { transaction: GlobalTransaction; content: Sale };

/**
 * Refuses a PREPARE that does not fit together (wrong counts, or private data other than the manifest's hash says) and
 * one for a seat that is sold.
 */
export async function checkSale(
  airline: Airline,
  transaction: GlobalTransaction,
  content: Sale,
): Promise<void> {
  const part = findPart(content.parts, airline.code);
  const refuse = (field: string) => new Refusal('INPUT_INVALID', { airline: airline.code, field });
  if (!part) throw refuse('parts');
  if (part.legs.some(({ seats }) => seats.length !== content.passengerCount)) throw refuse('seats');
  const share = privateShareSchema.safeParse(transaction.privateWork);
  if (!share.success || share.data.passengers.length !== content.passengerCount) throw refuse('passengers');
  if (hashOf(share.data) !== part.privateHash) throw refuse('privateHash');
  await refuseSoldSeats(airline, { wanted: seatsOfPart(part), globalTransactionId: transaction.id });
}

function shareOf(transaction: GlobalTransaction): PrivateShare {
  return privateShareSchema.parse(transaction.privateWork);
}

/** T2's work: checks sale, price and seats of this airline's part and takes the seats. Throws `Contested`. */
export async function prepareSale(
  tx: Tx,
  airline: Airline,
  { transaction, content }: SaleTask,
): Promise<Vote> {
  const part = findPart(content.parts, airline.code);
  invariant(part, 'a participant has a part');
  try {
    await checkOffer(tx, airline, part);
    const claimed = await prepareSeats(tx, airline, {
      wanted: seatsOfPart(part),
      globalTransactionId: transaction.id,
      claimant: { customerId: content.customerId, bookingDraftId: content.bookingDraftId },
    });
    if (claimed.kind === 'contested') throw new Contested(claimed.legId, claimed.seat);
    return { kind: 'yes' };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { kind: 'no', refusal: { ...error.details, code: error.code, airline: airline.code } };
  }
}

/** The owner prices its own seats: a manifest with another price is refused. */
async function checkOffer(tx: Tx, airline: Airline, part: SalePart): Promise<void> {
  const own = await lockOwnLegs(
    airline,
    tx,
    part.legs.map(({ legId }) => legId),
  );
  const now = airline.clock.now();
  for (const [index, wanted] of part.legs.entries()) {
    const leg = own[index];
    invariant(leg, 'one own leg for each that is wanted');
    checkForSale(airline, leg, now);
    const seats = getSeats(
      leg,
      wanted.seats.map(({ seat }) => seat),
    );
    const samePrice =
      leg.fareCents === wanted.fareCents &&
      seats.every((seat, i) => surchargeCents(seat) === wanted.seats[i]?.surchargeCents);
    if (!samePrice) throw new Refusal('PRICE_CHANGED', { airline: airline.code, legId: leg.legId });
  }
}

/** T4 and T5's work: seats sold, coupons issued, the booking written and noted; at the coordinator also the customer's answer. */
export async function commitSale(
  tx: Tx,
  airline: Airline,
  { transaction, content }: SaleTask,
): Promise<void> {
  const isCoordinator = transaction.coordinator === airline.code;
  const part = findPart(content.parts, airline.code);
  if (!part && !isCoordinator) return;
  await tx.insert(bookings).values(headerOf(transaction, content));
  if (part) await sellPart(tx, airline, { transaction, content, part });
  await noteBookings(tx, [content.recordLocator]);
  if (!isCoordinator) return;
  await recordResult(tx, transaction.id, { status: 'confirmed', recordLocator: content.recordLocator });
  await closeDraft(tx, content.bookingDraftId);
}

async function sellPart(
  tx: Tx,
  airline: Airline,
  { transaction, content, part }: SaleTask & { part: SalePart },
): Promise<void> {
  const { recordLocator, passengerCount } = content;
  await sellSeats(tx, seatsOfPart(part), transaction.id);
  await keepPassengers(tx, airline, { transaction, content });
  const eTickets = await issueETickets(tx, airline, passengerCount);
  await tx.insert(coupons).values(couponsOf(content, part, eTickets));
  const airlineLocator =
    transaction.coordinator === airline.code
      ? recordLocator
      : await issueLocator(tx, airline, transaction.id);
  const own = ownPartOf(content, part, { airlineLocator, asOf: airline.clock.now() });
  await tx.insert(bookingParts).values(own);
}

/** After a lost memory a vote may be known without what was told beside it: then staff has to ask who flies. */
async function keepPassengers(tx: Tx, airline: Airline, { transaction, content }: SaleTask): Promise<void> {
  const { recordLocator, passengerCount } = content;
  if (transaction.privateWork === null)
    return noteForgottenPassengers(tx, airline, { transaction, recordLocator, passengerCount });
  const share = shareOf(transaction);
  await tx.insert(passengers).values(
    share.passengers.map(({ name, birthDate, document }, passengerIndex) => ({
      recordLocator,
      passengerIndex,
      name,
      birthDate,
      documentKind: document.kind,
      documentNumber: document.number,
      contactEmail: share.contact.email,
      contactPhone: share.contact.phone,
    })),
  );
}

/** Tabort and T6's work: prepared seats are free again; at the coordinator the customer's answer is the refusal. */
export async function abortSale(tx: Tx, airline: Airline, { transaction, content }: SaleTask): Promise<void> {
  const part = findPart(content.parts, airline.code);
  if (part) await releasePreparedSeats(tx, seatsOfPart(part), transaction.id);
  if (transaction.coordinator !== airline.code) return;
  await recordResult(tx, transaction.id, {
    status: 'refused',
    refusal: transaction.refusal ?? { code: 'AIRLINE_OFFLINE' },
  });
  await tx.delete(recordLocators).where(eq(recordLocators.locator, content.recordLocator));
}
