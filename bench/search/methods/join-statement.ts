/** Whether `b` may follow `a`: the rules of `server/domain/connection-rules.ts`, the outer range first, for the index. */
const follows = (a: string, b: string) => `
  ${b}.origin = ${a}.destination
  and ${b}.departs_at between ${a}.arrives_at and ${a}.arrives_at + interval '24 hours'
  and ${b}.departs_at - ${a}.arrives_at >= case
    when ${a}.airline <> ${b}.airline then interval '60 minutes'
    when ${a}.flight_number = ${b}.flight_number and ${a}.service_date = ${b}.service_date then interval '0'
    else interval '45 minutes' end`;

/** On the way, neither at an end again nor at an origin. */
const passes = (leg: string) =>
  `${leg}.destination <> all($1::text[]) and ${leg}.destination <> all($2::text[])`;

const flown = (leg: string) => `${leg}.status = 'scheduled' and ${leg}.seats_left >= $5`;

/** Out of the origins on the local date there: each origin has its own day, because zones differ. */
const setsOut = `a.origin = any($1::text[]) and ${flown('a')}
  and exists (select from days where days.origin = a.origin and a.departs_at >= days.begins and a.departs_at < days.ends)
  and a.departs_at >= (select min(begins) from days) and a.departs_at < (select max(ends) from days)`;

const measured = (first: string, last: string) =>
  `(extract(epoch from ${last}.arrives_at - ${first}.departs_at) / 60)::int`;

/**
 * All trips with at most two stops by joins of one, two and three legs, and then those that no other beats. Parameters:
 * origins, destinations, and of each origin the instants at which its day begins and ends; passengers.
 *
 * A trip is beaten when some other is at least as cheap, short and direct, and better in one of them. Running minima over
 * the trips in order of fare say so in one pass; an anti-join is quadratic, and thousands of rows on the wire are slower.
 */
export const joinStatement = `
with days as materialized (
  select * from unnest($1::text[], $3::timestamptz[], $4::timestamptz[]) as day (origin, begins, ends)
), trips as (
  select a.leg_id as first, null::text as second, null::text as third, a.fare_cents as fare,
    ${measured('a', 'a')} as minutes, 0 as stops
  from legs a where ${setsOut} and a.destination = any($2::text[])
  union all
  select a.leg_id, b.leg_id, null, a.fare_cents + b.fare_cents, ${measured('a', 'b')}, 1
  from legs a join legs b on ${follows('a', 'b')}
  where ${setsOut} and ${passes('a')} and ${flown('b')} and b.destination = any($2::text[])
  union all
  select a.leg_id, b.leg_id, c.leg_id, a.fare_cents + b.fare_cents + c.fare_cents, ${measured('a', 'c')}, 2
  from legs a join legs b on ${follows('a', 'b')} join legs c on ${follows('b', 'c')}
  where ${setsOut} and ${passes('a')} and ${flown('b')} and ${passes('b')} and ${flown('c')}
    and c.destination = any($2::text[])
), ranked as (
  select *,
    min(minutes) filter (where stops = 0) over cheaper as cheaper0,
    min(minutes) filter (where stops <= 1) over cheaper as cheaper1,
    min(minutes) over cheaper as cheaper2,
    min(minutes) filter (where stops = 0) over as_cheap as as_cheap0,
    min(minutes) filter (where stops <= 1) over as_cheap as as_cheap1,
    min(minutes) over as_cheap as as_cheap2
  from trips
  window cheaper as (order by fare range between unbounded preceding and 1 preceding),
    as_cheap as (order by fare range between unbounded preceding and current row)
)
select first, second, third, fare, minutes, stops from ranked
where case stops
  when 0 then coalesce(cheaper0 > minutes, true) and as_cheap0 = minutes
  when 1 then coalesce(cheaper1 > minutes, true) and as_cheap1 = minutes and coalesce(as_cheap0 > minutes, true)
  else coalesce(cheaper2 > minutes, true) and as_cheap2 = minutes and coalesce(as_cheap1 > minutes, true) end`;
