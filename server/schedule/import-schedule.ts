import { and, between, eq, getTableColumns } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { cabins, legs } from '@/db/schema';
import type { Airline } from '@/server/airline';
import { lockCatalogue } from '@/server/catalogue/lock-catalogue';
import { type Cabin, seatsOf } from '@/server/domain/cabin';
import type { LegId } from '@/server/domain/leg';
import { homeZone, localDateAt } from '@/server/domain/local-time';
import { type ChangeKind, changeKinds, compareLegs, type LegChange } from './compare-legs';
import type { DateWindow } from './operating-dates';
import { importWindow, planSchedule, type SchedulePlan } from './plan-schedule';
import { claimsOnChangedLegs, lostSeats, soldLegs, withSeatsLeft } from './sold-seats';
import type { LineSource } from './ssim/lines';
import { type Finding, readSsim } from './ssim/read-ssim';
import { writeLegs } from './write-legs';

/** What an import would do or has done: legs by kind of change, and what was found in the file, by line. */
export type SchedulePreview = Record<ChangeKind | 'unchanged', number> & {
  /** The service dates from today on for which the file is the complete schedule; null when there are none. */
  period: DateWindow | null;
  /** Changed or cancelled legs on which seats are sold or about to be. */
  soldLegsAffected: LegId[];
  /** Records that are read and left out: flown under another number, or not for the public. */
  skipped: { marketing: number; notSold: number };
  /** Not empty: nothing was imported. */
  rejected: Finding[];
  warnings: Finding[];
};

export type ScheduleImport = { applied: boolean; preview: SchedulePreview };

export type ImportOptions = {
  /** Say what would change and change nothing. */
  dryRun?: boolean;
  /** Narrow the import to these service dates. */
  from?: string;
  to?: string;
};

/** What an import needs of an airline; a command line has no peers. */
export type ScheduleOwner = Pick<Airline, 'code' | 'db' | 'clock' | 'log'>;

/**
 * Imports an SSIM chapter 7 file as the complete schedule of this airline within the file's validity, from today on:
 * legs that it states are added or changed, legs on sale that it lacks are cancelled, legs that agree are not touched.
 * Whole or nothing: one rejected line and no leg changes. Fares of known legs stay; new ones follow the fare model.
 */
export async function importSchedule(
  airline: ScheduleOwner,
  source: LineSource,
  options: ImportOptions = {},
): Promise<ScheduleImport> {
  const window = importWindow(localDateAt(airline.clock.now(), homeZone), options);
  if (!window) return refusedImport('the requested dates lie outside the dates that can be imported');
  const layouts = await ownCabins(airline);
  const seatsByCabin = new Map([...layouts].map(([code, cabin]) => [code, seatsOf(cabin).length]));
  const plan = await planSchedule(readSsim(source), { airline: airline.code, window, seatsByCabin });
  if (plan.rejected.length > 0) return { applied: false, preview: previewOf(plan, noChanges) };
  const context = { airline, plan, window, layouts };
  if (options.dryRun)
    return { applied: false, preview: previewOf(plan, await findChanges(airline.db, context)) };
  const result = await airline.db.transaction(async (tx) => {
    const lastSeq = await lockCatalogue(tx, airline.code);
    const found = await findChanges(tx, context);
    const applied = found.rejected.length === 0;
    if (applied && found.changes.length > 0) {
      await writeLegs(tx, airline.code, { changes: found.changes, lastSeq });
    }
    return { applied, preview: previewOf(plan, found) };
  });
  const { rejected: _, warnings: __, soldLegsAffected, ...counts } = result.preview;
  airline.log('info', 'schedule imported', {
    applied: result.applied,
    ...counts,
    soldLegs: soldLegsAffected.length,
  });
  return result;
}

type FoundChanges = {
  changes: LegChange[];
  unchanged: number;
  soldLegsAffected: LegId[];
  rejected: Finding[];
};

type CompareContext = {
  airline: ScheduleOwner;
  plan: SchedulePlan;
  window: DateWindow;
  layouts: ReadonlyMap<string, Cabin>;
};

const noChanges: FoundChanges = { changes: [], unchanged: 0, soldLegsAffected: [], rejected: [] };

/** What a schedule says of a leg; the rest follows from it and from the claims. */
const { changeSeq: _seq, takenSeats: _taken, heldSeats: _held, ...timetable } = getTableColumns(legs);

/** Compares the plan with the catalogue and with what is sold. */
async function findChanges(
  db: Database | Tx,
  { airline, plan, window, layouts }: CompareContext,
): Promise<FoundChanges> {
  const rows = await db
    .select(timetable)
    .from(legs)
    .where(and(eq(legs.airline, airline.code), between(legs.serviceDate, window.from, window.to)));
  const { changes, unchanged } = compareLegs(rows, plan);
  const claims = await claimsOnChangedLegs(db, changes);
  return {
    changes: withSeatsLeft(changes, claims),
    unchanged,
    soldLegsAffected: soldLegs(changes, claims),
    rejected: lostSeats(changes, claims, layouts),
  };
}

async function ownCabins(airline: ScheduleOwner): Promise<Map<string, Cabin>> {
  const rows = await airline.db.select().from(cabins).where(eq(cabins.airline, airline.code));
  return new Map(rows.map(({ code, layout }) => [code, layout]));
}

function previewOf(plan: SchedulePlan, found: FoundChanges): SchedulePreview {
  const counts = Object.fromEntries(changeKinds.map((kind) => [kind, 0])) as Record<ChangeKind, number>;
  for (const { kind } of found.changes) counts[kind]++;
  const dates = plan.validities.flatMap(({ from, to }) => [from, to]).sort();
  const [from, to] = [dates[0], dates.at(-1)];
  return {
    ...counts,
    unchanged: found.unchanged,
    period: from && to ? { from, to } : null,
    soldLegsAffected: found.soldLegsAffected,
    skipped: plan.skipped,
    rejected: [...plan.rejected, ...found.rejected],
    warnings: plan.warnings,
  };
}

function refusedImport(reason: string): ScheduleImport {
  const skipped = { marketing: 0, notSold: 0 };
  const plan: SchedulePlan = {
    legs: new Map(),
    validities: [],
    skipped,
    rejected: [{ line: 0, reason }],
    warnings: [],
  };
  return { applied: false, preview: previewOf(plan, noChanges) };
}
