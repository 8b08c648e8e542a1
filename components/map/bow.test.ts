import { describe, expect, it } from 'vitest';
import { bow, pointsOfBow } from './bow';

const west = { x: 100, y: 500 };
const east = { x: 300, y: 500 };

/** Numbers of path data `Mx yq…`. */
const numbers = (path: string) => path.match(/-?\d+/g)?.map(Number) ?? [];

describe('bow', () => {
  it('begins and ends where it should', () => {
    const [x, y, , , dx = 0, dy = 0] = numbers(bow(west, east));
    expect([x, y]).toEqual([west.x, west.y]);
    expect([west.x + dx, west.y + dy]).toEqual([east.x, east.y]);
  });

  it('rises to the north by its bend', () => {
    const [, , cx, cy] = numbers(bow(west, east, 0.1));
    expect([cx, cy]).toEqual([100, -40]);
    expect(pointsOfBow(west, east, 0.1)[8]).toEqual({ x: 200, y: 480 });
  });

  it('is the same way out and back', () => {
    const far = { x: 240, y: 900 };
    const back = pointsOfBow(far, west).toReversed();
    expect(pointsOfBow(west, far)).toEqual(
      back.map(({ x, y }) => ({ x: expect.closeTo(x), y: expect.closeTo(y) })),
    );
  });

  it('bends to one side where the chord runs due south', () => {
    const [x] = numbers(bow({ x: 100, y: 0 }, { x: 100, y: 100 })).slice(2);
    expect(x).not.toBe(0);
  });
});

describe('pointsOfBow', () => {
  it('holds both ends', () => {
    const points = pointsOfBow(west, east);
    expect(points.at(0)).toEqual(west);
    expect(points.at(-1)).toEqual(east);
  });
});
