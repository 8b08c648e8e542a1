type Corner = [x: number, y: number];

/** What d3's path generator draws on: it keeps the lines instead, in whole units. */
export class LineCollector {
  readonly lines: { corners: Corner[]; closed: boolean }[] = [];

  moveTo(x: number, y: number): void {
    this.lines.push({ corners: [[Math.round(x), Math.round(y)]], closed: false });
  }

  lineTo(x: number, y: number): void {
    const corner: Corner = [Math.round(x), Math.round(y)];
    const line = this.lines.at(-1);
    const before = line?.corners.at(-1);
    if (before && (before[0] !== corner[0] || before[1] !== corner[1])) line?.corners.push(corner);
  }

  closePath(): void {
    const line = this.lines.at(-1);
    if (line) line.closed = true;
  }

  beginPath(): void {}

  arc(): void {
    throw new Error('the base map has no points');
  }
}

/** Path data with steps from corner to corner: a third shorter than with places, and nothing adds up to an error. */
export function pathData(collected: LineCollector): string {
  return collected.lines
    .filter(({ corners }) => corners.length > 1)
    .map(({ corners, closed }) => lineData(corners) + (closed ? 'z' : ''))
    .join('');
}

function lineData(corners: readonly Corner[]): string {
  const [start = [0, 0], ...rest] = corners;
  let [x, y] = start;
  const steps = rest.flatMap((corner) => {
    const step = [corner[0] - x, corner[1] - y];
    [x, y] = corner;
    return step;
  });
  return `M${numbers(start)}l${numbers(steps)}`;
}

/** A minus sign parts two numbers as well as a blank does. */
function numbers(values: readonly number[]): string {
  return values.join(' ').replaceAll(' -', '-');
}
