import type { Frame, Point } from './project';

/** About 1,100 km: less would show a coast without telling whose. */
const minSide = 400;

/** Air around the points for their names, as a share of their extent. */
const margin = 0.36;

const minAspect = 1;
const maxAspect = 1.4;

/** The frame that shows all points with air around them: never tiny, never taller than wide, never a strip. */
export function fitFrame(points: readonly Point[]): Frame {
  const [left, right] = extent(points.map(({ x }) => x));
  const [top, bottom] = extent(points.map(({ y }) => y));
  const wantedWidth = Math.max(minSide, (right - left) * (1 + margin));
  const wantedHeight = Math.max(minSide / maxAspect, (bottom - top) * (1 + margin));
  const width = Math.round(Math.max(wantedWidth, wantedHeight * minAspect));
  const height = Math.round(Math.max(wantedHeight, width / maxAspect));
  return {
    x: Math.round((left + right - width) / 2),
    y: Math.round((top + bottom - height) / 2),
    width,
    height,
  };
}

function extent(values: readonly number[]): [least: number, most: number] {
  return [Math.min(...values), Math.max(...values)];
}
