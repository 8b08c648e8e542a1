import type { TransactionSql } from 'postgres';
import type { AirlineCode } from '@/server/domain/airline-code';
import type { SeatForSale } from '../seat-supply';
import { nextLocator, type PurchaseRows, seatOf } from './rows';

/** One open transaction at one airline. postgres.js prepares each of these statements once per connection. */
export type At = { tx: TransactionSql; airline: AirlineCode; rows: PurchaseRows };

export async function insertRequest({ tx, rows }: At): Promise<void> {
  await tx`
    insert into requests (customer_id, idempotency_key, request_hash, global_transaction_id, created_at)
    values (${rows.customerId}, ${rows.id}, ${rows.manifestHash}, ${rows.id}, ${rows.now})`;
  await insertLocator(tx, rows.recordLocator, rows.id);
}

async function insertLocator(tx: TransactionSql, locator: string, id: string): Promise<void> {
  await tx`insert into record_locators (locator, global_transaction_id) values (${locator}, ${id})`;
}

/** How far this airline's row is. */
export type Progress = {
  coordinatorState: 'none' | 'preparing' | 'committing' | 'done';
  participantState: 'none' | 'prepared' | 'sold';
  accepted: boolean;
  decided: boolean;
};

/** A row without `resolve_at` is finished: the sites, whose databases these are, leave it alone. */
export async function insertTransaction({ tx, airline, rows }: At, progress: Progress): Promise<void> {
  const share = seatOf(rows, airline) && !progress.decided ? rows.share : null;
  await tx`
    insert into global_transactions (id, coordinator, manifest, manifest_hash, private_work, coordinator_state,
      participant_state, accepted_ballot, accepted_value, decision, resolve_at, created_at, decided_at)
    values (${rows.id}, ${rows.order.coordinator}, ${rows.manifest}::text::jsonb, ${rows.manifestHash},
      ${share}::text::jsonb, ${progress.coordinatorState}, ${progress.participantState},
      ${progress.accepted ? 0 : null}, ${progress.accepted ? 'commit' : null}, ${progress.decided ? 'commit' : null},
      ${progress.decided ? null : rows.now}::timestamptz + interval '6 seconds', ${rows.now},
      ${progress.decided ? rows.now : null})`;
}

export async function updateTransaction({ tx, rows }: At, progress: Progress): Promise<void> {
  await tx`
    update global_transactions set coordinator_state = ${progress.coordinatorState},
      participant_state = ${progress.participantState}, accepted_ballot = 0, accepted_value = 'commit',
      decision = ${progress.decided ? 'commit' : null}, decided_at = ${progress.decided ? rows.now : null},
      private_work = ${progress.decided ? null : rows.share}::text::jsonb,
      resolve_at = case when ${progress.decided} then null else resolve_at end
    where id = ${rows.id}`;
}

export async function prepareSeat({ tx, rows }: At, { legId, seat }: SeatForSale): Promise<void> {
  await tx`
    insert into seat_claims (leg_id, seat, state, claimed_at, customer_id, global_transaction_id)
    values (${legId}, ${seat}, 'prepared', ${rows.now}, ${rows.customerId}, ${rows.id})`;
}

export async function insertBooking({ tx, rows }: At): Promise<void> {
  await tx`
    insert into bookings (record_locator, global_transaction_id, issuer, customer_id, state, participants,
      passenger_count, total_cents, booked_at)
    values (${rows.recordLocator}, ${rows.id}, ${rows.order.coordinator}, ${rows.customerId}, 'confirmed',
      ${rows.order.participants}, 1, ${rows.totalCents}, ${rows.now})`;
}

/** The seat sold, the passenger, the e-ticket's coupon and this airline's part of the booking. */
export async function sellSeat(
  at: At,
  { legId, seat, fareCents, surchargeCents }: SeatForSale,
): Promise<void> {
  const { tx, airline, rows } = at;
  const { recordLocator, passenger } = rows;
  await tx`update seat_claims set state = 'sold' where leg_id = ${legId} and seat = ${seat}`;
  await tx`
    insert into passengers (record_locator, passenger_index, name, birth_date, document_kind, document_number, contact_email)
    values (${recordLocator}, 0, ${passenger.name}, ${passenger.birthDate}, ${passenger.kind}, ${passenger.number},
      'ana@example.com')`;
  const [ticket] = await tx<{ serial: string }[]>`select nextval('e_ticket_serial')::text as serial`;
  await tx`
    insert into coupons (leg_id, e_ticket_number, coupon_number, record_locator, passenger_index, seat, fare_cents,
      surcharge_cents, state)
    values (${legId}, ${`999${ticket?.serial.padStart(10, '0')}`}, 1, ${recordLocator}, 0, ${seat}, ${fareCents},
      ${surchargeCents}, 'open')`;
  if (airline !== rows.order.coordinator) await insertLocator(tx, nextLocator(), rows.id);
  await insertPart(at, airline);
}

/** This airline's part of the booking, or the coordinator's copy of a peer's. */
export async function insertPart({ tx, rows }: At, airline: AirlineCode): Promise<void> {
  const sold = seatOf(rows, airline);
  const part = { airline, airlineLocator: rows.recordLocator, legs: [], totalCents: sold?.fareCents ?? 0 };
  await tx`
    insert into booking_parts (record_locator, airline, part, as_of)
    values (${rows.recordLocator}, ${airline}, ${JSON.stringify(part)}::text::jsonb, ${rows.now})`;
}

export async function recordResult({ tx, rows }: At): Promise<void> {
  const result = JSON.stringify({ status: 'confirmed', recordLocator: rows.recordLocator });
  await tx`update requests set result = ${result}::text::jsonb where global_transaction_id = ${rows.id}`;
}
