import {
  createLegIndex,
  type IndexedLeg,
  indexLeg,
  type LegIndex,
  sizeOf,
} from '@/server/search/leg-index/leg-index';
import { percentile } from '../summary';
import { heldBytes } from './memory';

export type IndexFigures = {
  legs: number;
  /** The first build of this process, and one more when the code is warm. */
  buildMs: number;
  rebuildMs: number;
  /** What the index says of itself, and by how much the process grew. */
  ownBytes: number;
  processBytes: number;
};

/** Builds the index from legs in no helpful order, and weighs it. */
export function measureBuild(legs: readonly IndexedLeg[]): { index: LegIndex; figures: IndexFigures } {
  const before = heldBytes();
  const first = build(legs);
  const processBytes = heldBytes() - before;
  const again = [build(legs), build(legs)].map(({ ms }) => ms);
  const { legs: count, bytes } = sizeOf(first.index);
  return {
    index: first.index,
    figures: {
      legs: count,
      buildMs: first.ms,
      rebuildMs: percentile(again, 0.5),
      ownBytes: bytes,
      processBytes,
    },
  };
}

function build(legs: readonly IndexedLeg[]): { index: LegIndex; ms: number } {
  const begunAt = performance.now();
  const index = createLegIndex();
  for (const leg of legs) indexLeg(index, leg);
  return { index, ms: performance.now() - begunAt };
}
