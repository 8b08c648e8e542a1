import { airlineIdentities } from '@/server/domain/airline-code';
import type { LegId } from '@/server/domain/leg';
import { addDays } from '@/server/domain/local-time';
import { legTiming } from './leg-timing';
import { type DateWindow, intersection } from './operating-dates';
import { type PlanContext, type PlannedLeg, planLeg } from './plan-leg';
import type { Finding, SsimEntry } from './ssim/read-ssim';
import type { SsimCarrier, SsimLeg } from './ssim/records';

/** What a schedule file means for one airline, before it is compared with what is on sale. */
export type SchedulePlan = {
  legs: Map<LegId, PlannedLeg>;
  /** The parts of the window for which the file is the complete schedule. */
  validities: DateWindow[];
  skipped: { marketing: number; notSold: number };
  rejected: Finding[];
  warnings: Finding[];
};

/** Scheduled passenger flights, shuttles and extra passenger flights; all else is not sold to the public. */
const soldServiceTypes = new Set(['J', 'S', 'G']);

/** A file with more faults than this is the wrong file; the first ones tell why. */
const maxFindings = 200;

/** Reads a schedule into dated legs of one airline. Faults are collected by line, up to the first 200. */
export async function planSchedule(
  entries: AsyncIterable<SsimEntry>,
  context: PlanContext,
): Promise<SchedulePlan> {
  const planner = new SchedulePlanner(context);
  for await (const entry of entries) {
    planner.accept(entry);
    if (planner.plan.rejected.length >= maxFindings) break;
  }
  planner.finish();
  return planner.plan;
}

class SchedulePlanner {
  readonly plan: SchedulePlan = {
    legs: new Map(),
    validities: [],
    skipped: { marketing: 0, notSold: 0 },
    rejected: [],
    warnings: [],
  };
  private foreignCarrier = false;
  private soldRecords = 0;
  /** Of each flight: days from the date that its period names to the local date of its first departure. */
  private readonly dayShifts = new Map<string, number>();

  constructor(private readonly context: PlanContext) {}

  accept(entry: SsimEntry): void {
    switch (entry.kind) {
      case 'carrier':
        this.acceptCarrier(entry.carrier, entry.line);
        break;
      case 'leg':
        if (!this.foreignCarrier) this.acceptLeg(entry.leg, entry.carrier, entry.line);
        break;
      case 'rejected':
        this.plan.rejected.push({ line: entry.line, reason: entry.reason });
        break;
      case 'warning':
        if (this.plan.warnings.length < maxFindings)
          this.plan.warnings.push({ line: entry.line, reason: entry.reason });
        break;
    }
  }

  /** An empty schedule would cancel every leg; nobody who means that writes a file. */
  finish(): void {
    if (this.soldRecords > 0 || this.plan.rejected.length > 0) return;
    this.plan.rejected.push({ line: 1, reason: 'the file states no leg that is sold to the public' });
  }

  private acceptCarrier(carrier: SsimCarrier, line: number): void {
    const own = airlineIdentities[this.context.airline].designator;
    this.foreignCarrier = carrier.designator !== own;
    if (this.foreignCarrier) {
      this.plan.rejected.push({
        line,
        reason: `this is the schedule of ${carrier.designator}, not of ${own}`,
      });
      return;
    }
    const { window } = this.context;
    const stated = { from: carrier.validFrom ?? window.from, to: carrier.validTo ?? window.to };
    const validity = intersection(stated, window);
    if (validity) this.plan.validities.push(validity);
  }

  private acceptLeg(leg: SsimLeg, carrier: SsimCarrier, line: number): void {
    if (leg.marketingOnly) {
      this.plan.skipped.marketing++;
    } else if (!soldServiceTypes.has(leg.serviceType)) {
      this.plan.skipped.notSold++;
    } else {
      this.soldRecords++;
      const timing = legTiming(leg, carrier.timeMode);
      const { legs, problems } = planLeg(
        { leg, timing, line, dayShift: this.dayShiftOf(leg, timing.localDayShift) },
        this.context,
      );
      for (const planned of legs) this.add(planned, problems);
      if (problems.length > 0) this.plan.rejected.push({ line, reason: problems.join('; ') });
    }
  }

  private dayShiftOf(leg: SsimLeg, ownShift: number): number {
    const flight = `${leg.flightNumber}${leg.suffix}/${leg.variation}`;
    if (leg.legSequence === 1) this.dayShifts.set(flight, ownShift);
    return this.dayShifts.get(flight) ?? ownShift;
  }

  /** One number cannot leave one airport twice on one service date, whatever the variation. */
  private add(planned: PlannedLeg, problems: string[]): void {
    const before = this.plan.legs.get(planned.legId);
    if (!before) {
      this.plan.legs.set(planned.legId, planned);
    } else if (problems.length === 0) {
      problems.push(
        `flight ${planned.flightNumber} leaves ${planned.from} on ${planned.serviceDate} in line ${before.line} already`,
      );
    }
  }
}

/** The window of service dates that an import may touch: from today to the horizon, narrowed by the caller. */
export function importWindow(today: string, { from, to }: { from?: string; to?: string }): DateWindow | null {
  return intersection(
    { from: today, to: addDays(today, horizonDays) },
    { from: from ?? today, to: to ?? '9999-12-31' },
  );
}

/** Airlines sell about 11 months ahead; a season file may reach a little further. */
const horizonDays = 400;
