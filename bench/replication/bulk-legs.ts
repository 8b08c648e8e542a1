import type postgres from 'postgres';
import type { AirlineCode } from '@/server/domain/airline-code';

/** Beyond the window that is seeded. */
const shiftDays = 121;

/**
 * Puts so many more legs of an airline on sale by repeating its timetable later, in one tx with a note for the peers, as
 * an import does.
 */
export async function addLegs(sql: postgres.Sql, airline: AirlineCode, count: number): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select from catalogues where airline = ${airline} for update`;
    const added = await tx`
      with copied as (
        select *, row_number() over (order by leg_id) as place from legs
        where airline = ${airline} order by leg_id limit ${count}
      ), later as (
        insert into legs (leg_id, airline, flight_number, service_date, origin, destination, departs_at, arrives_at,
          aircraft, cabin, fare_cents, seats_left, status, change_seq)
        select airline || ':' || flight_number || ':' || (service_date + ${shiftDays}::int) || ':' || origin,
          airline, flight_number, service_date + ${shiftDays}::int, origin, destination,
          departs_at + ${shiftDays}::int * interval '1 day', arrives_at + ${shiftDays}::int * interval '1 day',
          aircraft, cabin, fare_cents, seats_left, status,
          place + (select change_seq from catalogues where airline = ${airline})
        from copied returning leg_id
      )
      insert into outbox (entity, entity_id) select 'leg', leg_id from later`;
    await tx`update catalogues set change_seq = change_seq + ${added.count} where airline = ${airline}`;
  });
}
