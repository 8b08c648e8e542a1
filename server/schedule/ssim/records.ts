import { FieldReader } from './field-reader';

/** Layout: IATA SSIM chapter 7 (March 2012), 200-byte records. Times in minutes after midnight, offsets in minutes east of UTC. */
export const recordLength = 200;

export type SsimCarrier = {
  kind: 'carrier';
  timeMode: 'local' | 'utc';
  designator: string;
  /** First and last date of validity; null means open. */
  validFrom: string | null;
  validTo: string | null;
  serial: number;
};

/** What identifies a leg record inside its carrier block, and what its segment records repeat. */
export type SsimLegKey = {
  designator: string;
  suffix: string;
  flightNumber: number;
  variation: number;
  legSequence: number;
};

export type SsimLeg = SsimLegKey & {
  kind: 'leg';
  serviceType: string;
  periodFrom: string;
  /** Null: open-ended. */
  periodTo: string | null;
  /** ISO days of the flight's first departure, 1 = Monday. */
  days: number[];
  /** Every second week, counted from the start of the period. */
  fortnightly: boolean;
  departure: SsimStop;
  arrival: SsimStop;
  aircraft: string;
  /** Sold under this number but flown under another one. */
  marketingOnly: boolean;
  /** Sum of the classes of the configuration; null when it is blank. */
  seats: number | null;
  serial: number;
};

export type SsimStop = {
  station: string;
  minute: number;
  offsetMinutes: number;
  /** Days after the flight's first departure; null when the file leaves it blank. */
  dayVariation: number | null;
};

/** Segment data about one leg; the payload is kept as it stands. */
export type SsimSegment = SsimLegKey & { kind: 'segment'; element: string; payload: string; serial: number };

export type SsimTrailer = {
  kind: 'trailer';
  designator: string;
  previousSerial: number;
  ends: boolean;
  serial: number;
};

export type SsimHeader = { kind: 'header'; serial: number };

export type SsimRecord = SsimHeader | SsimCarrier | SsimLeg | SsimSegment | SsimTrailer;

const designatorPattern = /^[A-Z0-9]{2,3}$/;
const stationPattern = /^[A-Z]{3}$/;
const aircraftPattern = /^[A-Z0-9]{3}$/;

/** Padding that fills blocks of five records. */
export function isPadding(text: string): boolean {
  return text.length === recordLength && /^0+$/.test(text);
}

/** Reads one 200-character line; `problems` is empty when the record can be relied on. */
export function parseRecord(text: string): { record: SsimRecord | null; problems: string[] } {
  if (text.length !== recordLength) {
    return {
      record: null,
      problems: [`a record has ${recordLength} characters, this line has ${text.length}`],
    };
  }
  const reader = new FieldReader(text);
  const parse = parsers[text.charAt(0)];
  if (!parse) return { record: null, problems: [`unknown record type "${text.charAt(0)}"`] };
  const record = parse(reader);
  return { record, problems: reader.problems };
}

const parsers: Record<string, (reader: FieldReader) => SsimRecord> = {
  '1': parseHeader,
  '2': parseCarrier,
  '3': parseLeg,
  '4': parseSegment,
  '5': parseTrailer,
};

function parseHeader(reader: FieldReader): SsimHeader {
  reader.code([2, 35], /^AIRLINE STANDARD SCHEDULE DATA SET$/, 'title');
  return { kind: 'header', serial: serialOf(reader) };
}

function parseCarrier(reader: FieldReader): SsimCarrier {
  return {
    kind: 'carrier',
    timeMode: reader.code([2, 2], /^[LU]$/, 'time mode') === 'U' ? 'utc' : 'local',
    designator: reader.code([3, 5], designatorPattern, 'airline'),
    validFrom: reader.date(15, 'valid from'),
    validTo: reader.date(22, 'valid to'),
    serial: serialOf(reader),
  };
}

function parseLeg(reader: FieldReader): SsimLeg {
  const periodFrom = reader.date(15, 'period from');
  if (!periodFrom) reader.problems.push('a period (columns 15–21) cannot have an open start');
  return {
    kind: 'leg',
    ...legKeyOf(reader, 128),
    serviceType: reader.code([14, 14], /^[A-Z]$/, 'service type'),
    periodFrom: periodFrom ?? '1970-01-01',
    periodTo: reader.date(22, 'period to'),
    days: reader.days(29),
    fortnightly: reader.code([36, 36], /^[12]?$/, 'frequency') === '2',
    departure: {
      station: reader.code([37, 39], stationPattern, 'departure station'),
      minute: reader.time(40, 'departure time'),
      offsetMinutes: reader.offset(48, 'departure UTC variation'),
      dayVariation: reader.dateVariation(193, 'departure date variation'),
    },
    arrival: {
      station: reader.code([55, 57], stationPattern, 'arrival station'),
      minute: reader.time(62, 'arrival time'),
      offsetMinutes: reader.offset(66, 'arrival UTC variation'),
      dayVariation: reader.dateVariation(194, 'arrival date variation'),
    },
    aircraft: reader.code([73, 75], aircraftPattern, 'aircraft type'),
    marketingOnly: reader.text(149) === 'L',
    seats: seatsOf(reader.text(173, 192)),
    serial: serialOf(reader),
  };
}

function parseSegment(reader: FieldReader): SsimSegment {
  return {
    kind: 'segment',
    ...legKeyOf(reader, 28),
    element: reader.code([31, 33], /^\d{3}$/, 'data element'),
    payload: reader.record.slice(39, 194).trimEnd(),
    serial: serialOf(reader),
  };
}

function parseTrailer(reader: FieldReader): SsimTrailer {
  return {
    kind: 'trailer',
    designator: reader.code([3, 5], designatorPattern, 'airline'),
    previousSerial: reader.integer([188, 193], 'serial number check'),
    ends: reader.code([194, 194], /^[CE]$/, 'continuation') === 'E',
    serial: serialOf(reader),
  };
}

function legKeyOf(reader: FieldReader, overflowColumn: number): SsimLegKey {
  const flightNumber = reader.integer([6, 9], 'flight number');
  if (flightNumber === 0) reader.problems.push('flight number (columns 6–9) must be 1–9999');
  return {
    suffix: reader.text(2),
    designator: reader.code([3, 5], designatorPattern, 'airline'),
    flightNumber,
    variation:
      Number(reader.text(overflowColumn) || 0) * 100 + reader.integer([10, 11], 'itinerary variation'),
    legSequence: reader.integer([12, 13], 'leg sequence'),
  };
}

/** `W18Y112VVCGO` → 130: class and count in pairs; what follows `VV` names the version. */
function seatsOf(configuration: string): number | null {
  const [classes = ''] = configuration.split('VV');
  const counts = [...classes.matchAll(/[A-Z](\d{1,3})/g)].map((match) => Number(match[1]));
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

function serialOf(reader: FieldReader): number {
  return reader.integer([195, 200], 'record serial number');
}
