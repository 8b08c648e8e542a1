import type { legs } from '@/db/schema';
import type { LegId } from '@/server/domain/leg';
import { type DateWindow, isWithin } from './operating-dates';
import type { PlannedLeg } from './plan-leg';

/** A leg as it stands in the catalogue, or shall stand there once it has its place in the change order. */
export type LegRow = Omit<typeof legs.$inferSelect, 'changeSeq' | 'takenSeats' | 'heldSeats'>;

export const changeKinds = ['added', 'retimed', 'reequipped', 'reinstated', 'cancelled'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** `planned` is the leg of the file behind the change; a cancelled leg has none. */
export type LegChange = { kind: ChangeKind; next: LegRow; planned: PlannedLeg | null };

/**
 * What must change so that the catalogue says what the plan says. A leg on sale that the plan lacks is cancelled when
 * its service date lies in a validity. Fares of known legs stay. Changes come in the order of service date and leg id.
 */
export function compareLegs(
  current: readonly LegRow[],
  plan: { legs: ReadonlyMap<LegId, PlannedLeg>; validities: readonly DateWindow[] },
): { changes: LegChange[]; unchanged: number } {
  const known = new Map(current.map((row) => [row.legId, row]));
  const changes: LegChange[] = [];
  let unchanged = 0;
  for (const planned of plan.legs.values()) {
    const row = known.get(planned.legId);
    const kind = row ? changeOf(row, planned) : 'added';
    if (kind) changes.push({ kind, next: nextRow(planned, row), planned });
    else unchanged++;
  }
  for (const row of current) {
    const isStated =
      plan.legs.has(row.legId) || !plan.validities.some((window) => isWithin(row.serviceDate, window));
    if (isStated || row.status === 'cancelled') continue;
    changes.push({ kind: 'cancelled', next: { ...row, status: 'cancelled' }, planned: null });
  }
  return { changes: changes.sort(byDateAndId), unchanged };
}

function changeOf(row: LegRow, planned: PlannedLeg): ChangeKind | null {
  if (row.status === 'cancelled') return 'reinstated';
  const keepsTimes =
    row.departsAt.getTime() === planned.departsAt.getTime() &&
    row.arrivesAt.getTime() === planned.arrivesAt.getTime();
  if (!keepsTimes || row.destination !== planned.to) return 'retimed';
  return row.aircraft === planned.aircraft && row.cabin === planned.cabin ? null : 'reequipped';
}

function nextRow(planned: PlannedLeg, row: LegRow | undefined): LegRow {
  const { legId, flightNumber, serviceDate, from, to, departsAt, arrivesAt, aircraft, cabin } = planned;
  return {
    legId,
    airline: planned.airline,
    flightNumber,
    serviceDate,
    origin: from,
    destination: to,
    departsAt,
    arrivesAt,
    aircraft,
    cabin,
    fareCents: row?.fareCents ?? planned.fareCents,
    seatsLeft: row?.cabin === cabin ? row.seatsLeft : planned.seats,
    status: 'scheduled',
  };
}

function byDateAndId(one: LegChange, other: LegChange): number {
  const [a, b] = [
    `${one.next.serviceDate} ${one.next.legId}`,
    `${other.next.serviceDate} ${other.next.legId}`,
  ];
  return a < b ? -1 : 1;
}
