import { describe, expect, it } from 'vitest';
import { labelBox, overlap, type PlacedLabel, placeLabels, type Spot } from './place-labels';

const rules = { room: { width: 240, height: 180 }, fontSize: 13 };

function collisions(labels: readonly PlacedLabel[]): string[] {
  return labels.flatMap((one, index) =>
    labels
      .slice(index + 1)
      .filter((other) => overlap(labelBox(one, rules.fontSize), labelBox(other, rules.fontSize)))
      .map((other) => `${one.text} on ${other.text}`),
  );
}

describe('placeLabels', () => {
  it('writes to the right of a spot where nothing is in the way', () => {
    expect(placeLabels([{ text: 'BSB', x: 100, y: 90 }], rules)).toEqual([
      { text: 'BSB', x: 100, y: 90, anchor: 'start', dx: 8, dy: 4 },
    ]);
  });

  it('stays inside the map', () => {
    expect(placeLabels([{ text: 'FEN', x: 225, y: 90 }], rules)[0]?.anchor).toBe('end');
    expect(placeLabels([{ text: 'BVB', x: 120, y: 4 }], rules)[0]?.dy).toBeGreaterThan(0);
  });

  it('parts five airports that lie close together', () => {
    const spots: Spot[] = [
      { text: 'GRU', x: 120, y: 90 },
      { text: 'CGH', x: 116, y: 94 },
      { text: 'VCP', x: 106, y: 84 },
      { text: 'SDU', x: 160, y: 84 },
      { text: 'GIG', x: 158, y: 80 },
    ];
    const labels = placeLabels(spots, { ...rules, keepAll: true });
    expect(labels.map(({ text }) => text)).toEqual(spots.map(({ text }) => text));
    expect(collisions(labels)).toEqual([]);
  });

  it('leaves a line readable when there is another place', () => {
    const spots = [{ text: 'PVH', x: 60, y: 90 }];
    const avoid = Array.from({ length: 10 }, (_, index) => ({ x: 60 + index * 8, y: 90 }));
    expect(placeLabels(spots, { ...rules, avoid })[0]?.anchor).toBe('end');
  });

  it('covers a line rather than leave the map', () => {
    const spots = [{ text: 'FEN', x: 232, y: 90 }];
    const avoid = Array.from({ length: 30 }, (_, index) => ({ x: index * 8, y: 90 }));
    const everywhere = avoid.flatMap(({ x }) => [40, 70, 80, 90, 100, 110].map((y) => ({ x, y })));
    expect(placeLabels(spots, { ...rules, avoid: everywhere })).toHaveLength(1);
  });

  it('leaves out what has no room, unless all are needed', () => {
    const crowd = Array.from({ length: 40 }, (_, index) => ({ text: `C${index}`, x: 100 + index, y: 90 }));
    expect(placeLabels(crowd, rules).length).toBeLessThan(40);
    expect(collisions(placeLabels(crowd, rules))).toEqual([]);
    expect(placeLabels(crowd, { ...rules, keepAll: true })).toHaveLength(40);
  });
});
