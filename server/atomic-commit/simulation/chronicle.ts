import type { Agenda } from './agenda';

/** What happened, for a person to read; without a transcript only a number is kept that differs when anything does. */
export class Chronicle {
  readonly lines: string[] = [];
  /** FNV-1a over the kinds and instants of what was noted. */
  hash = 0x811c9dc5;

  constructor(
    private readonly agenda: Agenda,
    private readonly isWritten: boolean,
  ) {}

  /** `detail` is evaluated only when somebody reads. */
  note(actor: string, what: string, detail: () => string = () => ''): void {
    this.mix(actor.length * 31 + what.length);
    this.mix(Math.floor(this.agenda.nowMs * 1_000));
    this.mix(what.charCodeAt(what.length - 1));
    if (!this.isWritten) return;
    const seconds = (this.agenda.nowMs / 1_000).toFixed(4).padStart(9);
    this.lines.push(`${seconds} ${actor.padEnd(9)} ${what} ${detail()}`.trimEnd());
  }

  private mix(value: number): void {
    this.hash = Math.imul(this.hash ^ value, 0x01000193) >>> 0;
  }
}
