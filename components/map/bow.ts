import type { Point } from './project';

/** How far a bow rises beside its chord, as a share of the chord. */
const usualBend = 0.14;

/** Parts that a bow is cut into where only some of its points are asked for. */
const parts = 16;

/**
 * The control point of a bow, twice as far out as the curve reaches: to the north where the chord is not steep, and the
 * same whichever end is named first.
 */
function controlOf(from: Point, to: Point, bend: number): Point {
  const [west, east] = from.x <= to.x ? [from, to] : [to, from];
  return {
    x: (from.x + to.x) / 2 + (east.y - west.y) * 2 * bend,
    y: (from.y + to.y) / 2 - (east.x - west.x) * 2 * bend,
  };
}

/** Path data of a bow between two points of the map. */
export function bow(from: Point, to: Point, bend = usualBend): string {
  const control = controlOf(from, to, bend);
  const steps = [control.x - from.x, control.y - from.y, to.x - from.x, to.y - from.y].map(Math.round);
  return `M${from.x} ${from.y}q${steps.join(' ').replaceAll(' -', '-')}`;
}

/** Points along the same bow, both ends included. */
export function pointsOfBow(from: Point, to: Point, bend = usualBend): Point[] {
  const control = controlOf(from, to, bend);
  return Array.from({ length: parts + 1 }, (_, index) => {
    const t = index / parts;
    const weigh = (axis: 'x' | 'y') =>
      (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * control[axis] + t ** 2 * to[axis];
    return { x: weigh('x'), y: weigh('y') };
  });
}
