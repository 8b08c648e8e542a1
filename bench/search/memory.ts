import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options?: { type: 'minor' }) => void;

/** V8's own collector, which Node hides; without it memory cannot be weighed. */
function findCollector(): Collect {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as Collect;
}

const collect = findCollector();

/** Takes what the last turn left behind, so that the next one does not pay for it. */
export function sweepYoung(): void {
  collect({ type: 'minor' });
}

/** Bytes that this process holds after a full collection: objects, and buffers outside the heap. */
export function heldBytes(): number {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
