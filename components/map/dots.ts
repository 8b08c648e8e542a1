import type { Point } from './project';

/** Path data of lines without length: drawn with round ends they are dots, which keep their size at every scale. */
export function dots(points: Iterable<Point>): string {
  return Array.from(points, ({ x, y }) => `M${x} ${y}h0`).join('');
}
