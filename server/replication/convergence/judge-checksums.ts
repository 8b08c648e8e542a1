import type { AirlineCode } from '../../domain/airline-code';
import { comparePositions, covers, type VersionVector } from '../version-vector';
import type { ChecksumsAnswer } from './messages';

/** `skipped`: entities that could not be compared now, and say nothing about the others. */
export type Judgement =
  | { outcome: 'equal'; compared: string[]; skipped: string[] }
  | { outcome: 'different'; different: string[]; compared: string[]; skipped: string[] }
  /** One of the two is in the middle of something, or they do not stand at the same place. */
  | { outcome: 'busy' };

export type BothSides = {
  peer: AirlineCode;
  /** What the peer has published, as it says. */
  theirs: ChecksumsAnswer;
  /** The copies of it here, and how far every log has come here. */
  ours: ChecksumsAnswer;
  /** Entities that any airline may write: equal only where both have heard the same of everybody. */
  writtenByAny: ReadonlySet<string>;
};

/** Compares two sides of one airline's data, each of one instant. */
export function judgeChecksums({ peer, theirs, ours, writtenByAny }: BothSides): Judgement {
  const [head, here] = [theirs.vector[peer], ours.vector[peer]];
  if (!theirs.isQuiet || !head || !here || comparePositions(head, here) !== 0) return { outcome: 'busy' };
  const compared: string[] = [];
  const different: string[] = [];
  const skipped: string[] = [];
  const sums = new Map(theirs.checksums.map(({ entity, count, sum }) => [entity, `${count} ${sum}`]));
  for (const { entity, count, sum } of ours.checksums) {
    const their = sums.get(entity);
    const isComparable = writtenByAny.has(entity)
      ? haveHeardTheSame(theirs, ours, entity)
      : !ours.incomplete.includes(entity);
    if (their === undefined || !isComparable) skipped.push(entity);
    else {
      compared.push(entity);
      if (their !== `${count} ${sum}`) different.push(entity);
    }
  }
  return different.length > 0
    ? { outcome: 'different', different, compared, skipped }
    : { outcome: 'equal', compared, skipped };
}

function haveHeardTheSame(theirs: ChecksumsAnswer, ours: ChecksumsAnswer, entity: string): boolean {
  const isComplete = [theirs, ours].every(({ incomplete }) => !incomplete.includes(entity));
  return ours.isQuiet && isComplete && areEqual(theirs.vector, ours.vector);
}

function areEqual(a: VersionVector, b: VersionVector): boolean {
  return covers(a, b) && covers(b, a);
}
