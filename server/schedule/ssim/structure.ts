import type { SsimCarrier, SsimLeg, SsimLegKey, SsimRecord, SsimSegment, SsimTrailer } from './records';

type Place = 'start' | 'between' | 'block' | 'end';

/** What may come next. Real files carry on after the record that marks their end, so that is worth a warning only. */
const nextRecords: Record<Place, readonly SsimRecord['kind'][]> = {
  start: ['header'],
  between: ['carrier'],
  block: ['leg', 'segment', 'trailer'],
  end: ['carrier'],
};

/** What a record breaks in the order of its file: refused lines stop an import, warnings do not. */
export type StructureFindings = { problems: string[]; warnings: string[] };

/**
 * Follows the order that chapter 7 prescribes: header, then for each airline a carrier record, its legs each followed
 * by their segments, and a trailer. Knows nothing of airports or clocks.
 */
export class SsimStructure {
  private place: Place = 'start';
  private carrier: SsimCarrier | null = null;
  /** The leg that segment records may now describe. */
  private currentLeg: string | null = null;
  private readonly legLines = new Map<string, number>();
  private lastSerial = 0;

  /** Checks the next record, which stands at `line`. */
  accept(record: SsimRecord, line: number): StructureFindings {
    const findings: StructureFindings = { problems: [], warnings: [] };
    this.checkPlace(record, findings);
    if (record.kind === 'trailer' && record.previousSerial !== this.lastSerial) {
      findings.problems.push(
        `the trailer expects the record before it to be ${record.previousSerial}, but that is ${this.lastSerial}: lines are missing`,
      );
    }
    this.checkSerial(record.serial, findings);
    this.enter(record, line, findings);
    return findings;
  }

  /** What is wrong with the file ending here; null when nothing is. */
  finish(): string | null {
    if (this.place === 'end') return null;
    return this.place === 'start' ? 'the file has no records' : 'the file ends without its last trailer';
  }

  private checkPlace(record: SsimRecord, { problems, warnings }: StructureFindings): void {
    const allowed = nextRecords[this.place];
    if (allowed.includes(record.kind)) {
      if (this.place === 'end') warnings.push('another airline block follows the end of the data set');
      return;
    }
    const due = allowed.join(' or ');
    problems.push(`a ${record.kind} record stands where a ${due} record is due`);
  }

  private checkSerial(serial: number, { problems, warnings }: StructureFindings): void {
    if (serial < this.lastSerial) problems.push(`record serial number ${serial} follows ${this.lastSerial}`);
    else if (serial !== this.lastSerial + 1) {
      warnings.push(`record serial number ${serial} follows ${this.lastSerial}`);
    }
    this.lastSerial = Math.max(serial, this.lastSerial);
  }

  private enter(record: SsimRecord, line: number, findings: StructureFindings): void {
    switch (record.kind) {
      case 'header':
        this.place = 'between';
        return;
      case 'carrier':
        this.place = 'block';
        this.carrier = record;
        this.currentLeg = null;
        this.legLines.clear();
        return;
      case 'leg':
        this.enterLeg(record, line, findings);
        return;
      case 'segment':
        this.enterSegment(record, findings);
        return;
      case 'trailer':
        this.enterTrailer(record, findings);
        return;
    }
  }

  private enterLeg(leg: SsimLeg, line: number, findings: StructureFindings): void {
    this.checkAirline(leg.designator, findings);
    const key = keyOf(leg);
    const before = this.legLines.get(key);
    if (before !== undefined) findings.problems.push(`repeats ${nameOf(leg)} of line ${before}`);
    else this.legLines.set(key, line);
    this.currentLeg = key;
    if (leg.periodTo !== null && leg.periodTo < leg.periodFrom)
      findings.problems.push('the period ends before it starts');
    if (this.isOutsideValidity(leg))
      findings.warnings.push('the period exceeds the validity of the carrier record');
  }

  private enterSegment(segment: SsimSegment, findings: StructureFindings): void {
    this.checkAirline(segment.designator, findings);
    if (this.currentLeg !== keyOf(segment)) {
      findings.problems.push(`segment data of ${nameOf(segment)} does not belong to the leg before it`);
    }
  }

  private enterTrailer(trailer: SsimTrailer, findings: StructureFindings): void {
    this.checkAirline(trailer.designator, findings);
    this.place = trailer.ends ? 'end' : 'between';
  }

  private checkAirline(designator: string, { problems }: StructureFindings): void {
    if (this.carrier && designator !== this.carrier.designator) {
      problems.push(`airline ${designator} inside the block of ${this.carrier.designator}`);
    }
  }

  private isOutsideValidity({ periodFrom, periodTo }: SsimLeg): boolean {
    const { validFrom = null, validTo = null } = this.carrier ?? {};
    return (
      (validFrom !== null && periodFrom < validFrom) ||
      (validTo !== null && periodTo !== null && periodTo > validTo)
    );
  }
}

function keyOf({ designator, suffix, flightNumber, variation, legSequence }: SsimLegKey): string {
  return [designator, suffix, flightNumber, variation, legSequence].join('/');
}

function nameOf({ designator, suffix, flightNumber, variation, legSequence }: SsimLegKey): string {
  return `${designator} ${flightNumber}${suffix} variation ${variation} leg ${legSequence}`;
}
