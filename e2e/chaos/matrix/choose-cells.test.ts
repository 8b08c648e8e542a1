import { describe, expect, it } from 'vitest';
import { allCells, nameOf } from './cells';
import { chooseCells } from './choose-cells';

describe('the cells of a run', () => {
  const pointOf = (name: string) => name.replace(/ (app|postgres),/, '');
  const points = new Set(allCells().map((cell) => pointOf(nameOf(cell))));

  it('have at least twelve points and names of their own', () => {
    expect(points.size).toBeGreaterThanOrEqual(12);
    expect(new Set(allCells().map(nameOf)).size).toBe(allCells().length);
  });

  it('strike every point before any point twice', () => {
    const chosen = chooseCells({ count: points.size, seed: 7 }).map(nameOf);
    expect(new Set(chosen.map(pointOf))).toEqual(points);
  });

  it('are all cells once when there is room, and begin again after that', () => {
    const all = allCells().length;
    const chosen = chooseCells({ count: all + 1, seed: 7 }).map(nameOf);
    expect(new Set(chosen.slice(0, all)).size).toBe(all);
    expect(chosen).toHaveLength(all + 1);
  });

  it('are the same for the same seed', () => {
    expect(chooseCells({ count: 20, seed: 3 })).toEqual(chooseCells({ count: 20, seed: 3 }));
    expect(chooseCells({ count: 20, seed: 3 })).not.toEqual(chooseCells({ count: 20, seed: 4 }));
  });

  it('are cast alike whichever other cells are played', () => {
    const only = 'witness app, after commit of accept';
    const alone = chooseCells({ count: 1, seed: 3, only });
    const among = chooseCells({ count: null, seed: 3 }).filter((cell) => nameOf(cell) === only);
    expect(alone).toEqual(among);
  });
});
