import { type LineSource, readLines } from './lines';
import { isPadding, parseRecord, type SsimCarrier, type SsimLeg } from './records';
import { SsimStructure } from './structure';

/** A line of the file and what is to be said about it. */
export type Finding = { line: number; reason: string };

/** What a schedule file says, in the order in which it says it. */
export type SsimEntry =
  | { kind: 'leg'; line: number; leg: SsimLeg; carrier: SsimCarrier }
  | { kind: 'carrier'; line: number; carrier: SsimCarrier }
  | ({ kind: 'rejected' } & Finding)
  | ({ kind: 'warning' } & Finding);

/**
 * Streams an SSIM chapter 7 file: every leg with the carrier block that it stands in, every fault with its line. Holds
 * one line and the keys of the block's legs, never the file. A faulty record is reported and not handed out; whether
 * the rest may be used is for the caller to say.
 */
export async function* readSsim(source: LineSource): AsyncGenerator<SsimEntry> {
  const structure = new SsimStructure();
  let carrier: SsimCarrier | null = null;
  let lastLine = 0;
  for await (const { line, text } of readLines(source)) {
    lastLine = line;
    if (isPadding(text)) continue;
    const { record, problems } = parseRecord(text);
    const findings = record ? structure.accept(record, line) : { problems: [], warnings: [] };
    const faults = [...problems, ...findings.problems];
    for (const reason of findings.warnings) yield { kind: 'warning', line, reason };
    if (faults.length > 0) yield rejection(line, faults);
    if (record?.kind === 'carrier') {
      carrier = record;
      yield { kind: 'carrier', line, carrier };
    }
    if (record?.kind === 'leg' && carrier && faults.length === 0)
      yield { kind: 'leg', line, leg: record, carrier };
  }
  const unfinished = structure.finish();
  if (unfinished) yield rejection(lastLine, [unfinished]);
}

function rejection(line: number, problems: string[]): SsimEntry {
  return { kind: 'rejected', line, reason: problems.join('; ') };
}
