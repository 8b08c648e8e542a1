/** Hand-made SSIM records for tests: the columns are laid out here once, independently of the parser and the writer. */

type LegFields = {
  airline?: string;
  flight?: string;
  variation?: string;
  leg?: string;
  service?: string;
  from?: string;
  to?: string;
  days?: string;
  frequency?: string;
  origin?: string;
  departure?: string;
  departureOffset?: string;
  destination?: string;
  arrival?: string;
  arrivalOffset?: string;
  aircraft?: string;
  codeshare?: string;
  config?: string;
  variations?: string;
};

const defaultLeg: Required<LegFields> = {
  airline: 'GI',
  flight: '1000',
  variation: '01',
  leg: '01',
  service: 'J',
  from: '01DEC26',
  to: '31DEC26',
  days: '1234567',
  frequency: '',
  origin: 'GRU',
  departure: '1000',
  departureOffset: '-0300',
  destination: 'SSA',
  arrival: '1225',
  arrivalOffset: '-0300',
  aircraft: '738',
  codeshare: '',
  config: 'Y186',
  variations: '00',
};

/** A leg record of Giro's daily GRU–SSA with the given fields changed; the serial number is added by `ssimFile`. */
export function ssimLeg(fields: LegFields): string {
  const leg = { ...defaultLeg, ...fields };
  return place([
    [1, '3'],
    [3, leg.airline],
    [6, leg.flight.padStart(4)],
    [10, leg.variation],
    [12, leg.leg],
    [14, leg.service],
    [15, leg.from],
    [22, leg.to],
    [29, leg.days],
    [36, leg.frequency],
    [37, leg.origin],
    [40, leg.departure + leg.departure],
    [48, leg.departureOffset],
    [55, leg.destination],
    [58, leg.arrival + leg.arrival],
    [66, leg.arrivalOffset],
    [73, leg.aircraft],
    [149, leg.codeshare],
    [173, leg.config],
    [193, leg.variations],
  ]);
}

/** A whole file: header, one carrier block, trailer; serial numbers are filled in for lines of full length. */
export function ssimFile(
  legs: string[],
  { airline = 'GI', timeMode = 'L', from = '01DEC26', to = '31DEC26' } = {},
): string {
  const header = place([[1, '1AIRLINE STANDARD SCHEDULE DATA SET']]);
  const carrier = place([
    [1, `2${timeMode}${airline}`],
    [15, from],
    [22, to],
    [72, 'P'],
  ]);
  const trailer = place([
    [1, `5 ${airline}`],
    [188, serial(legs.length + 2)],
    [194, 'E'],
  ]);
  const lines = [header, carrier, ...legs, trailer];
  return `${lines.map((line, index) => withSerial(line, index + 1)).join('\n')}\n`;
}

function place(fields: [column: number, text: string][]): string {
  const record = Array.from({ length: 200 }, () => ' ');
  for (const [column, text] of fields) record.splice(column - 1, text.length, ...text);
  return record.join('');
}

function withSerial(line: string, number: number): string {
  return line.length === 200 ? line.slice(0, 194) + serial(number) : line;
}

function serial(number: number): string {
  return String(number).padStart(6, '0');
}
