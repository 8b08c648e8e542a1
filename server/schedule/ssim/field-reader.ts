const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** SSIM's two-digit years: 00–69 are 2000–2069, 70–99 are 1970–1999. */
const firstYearOfLastCentury = 70;

/** The open end of a period. */
const openDate = '00XXX00';

const minutesPerDay = 1_440;

/**
 * Reads typed fields out of one 200-character record by 1-based inclusive columns. A field that cannot be read yields
 * a harmless value and adds a sentence to `problems`, so that a record tells all its faults at once.
 */
export class FieldReader {
  readonly problems: string[] = [];

  constructor(readonly record: string) {}

  /** The characters of the columns, trimmed. */
  text(from: number, to = from): string {
    return this.record.slice(from - 1, to).trim();
  }

  /** Characters that must match, such as an airport or an airline. */
  code(columns: [number, number], pattern: RegExp, name: string): string {
    const text = this.text(...columns);
    if (!pattern.test(text)) this.refuse(columns, name, text);
    return text;
  }

  integer(columns: [number, number], name: string): number {
    const text = this.text(...columns);
    if (!/^\d+$/.test(text)) this.refuse(columns, name, text);
    return Number.parseInt(text, 10) || 0;
  }

  /** DDMMMYY as `YYYY-MM-DD`; null for the open end `00XXX00`. */
  date(from: number, name: string): string | null {
    const text = this.text(from, from + 6);
    if (text === openDate) return null;
    const date = readDate(text);
    if (!date) this.refuse([from, from + 6], name, text);
    return date ?? '1970-01-01';
  }

  /** HHMM as minutes after midnight; 2400 is the end of the day. */
  time(from: number, name: string): number {
    const text = this.text(from, from + 3);
    const minutes = Number(text.slice(0, 2)) * 60 + Number(text.slice(2));
    if (!/^\d\d[0-5]\d$/.test(text) || minutes > minutesPerDay) this.refuse([from, from + 3], name, text);
    return minutes || 0;
  }

  /** UTC variation ±HHMM as minutes east of UTC. */
  offset(from: number, name: string): number {
    const text = this.text(from, from + 4);
    if (!/^[+-](0\d|1[0-4])[0-5]\d$/.test(text)) this.refuse([from, from + 4], name, text);
    const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3));
    return (text.startsWith('-') ? -minutes : minutes) || 0;
  }

  /** Days of operation: digit n at place n (1 = Monday), blank otherwise. At least one. */
  days(from: number): number[] {
    const text = this.record.slice(from - 1, from + 6);
    const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => text[day - 1] === String(day));
    if (days.length === 0 || days.length !== text.replaceAll(' ', '').length) {
      this.refuse([from, from + 6], 'days of operation', text);
    }
    return days;
  }

  /** Date variation: `0`–`7` days after the flight's first departure, `A` the day before; null when blank. */
  dateVariation(column: number, name: string): number | null {
    const text = this.text(column);
    if (text === '') return null;
    if (text === 'A') return -1;
    if (!/^[0-7]$/.test(text)) this.refuse([column, column], name, text);
    return Number(text) || 0;
  }

  private refuse([from, to]: [number, number], name: string, text: string): void {
    const columns = from === to ? `column ${from}` : `columns ${from}–${to}`;
    this.problems.push(`${name} (${columns}) cannot be "${text}"`);
  }
}

function readDate(text: string): string | null {
  const match = /^(\d\d)([A-Z]{3})(\d\d)$/.exec(text);
  if (!match) return null;
  const [, day = '', month = '', year = ''] = match;
  const century = Number(year) < firstYearOfLastCentury ? '20' : '19';
  const monthNumber = String(months.indexOf(month) + 1).padStart(2, '0');
  const date = `${century}${year}-${monthNumber}-${day}`;
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : null;
}

/** A date `YYYY-MM-DD` as SSIM writes it: `01DEC26`. */
export function ssimDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}${months[Number(month) - 1]}${year.slice(2)}`;
}
