import type { Point } from './project';

/** In pixels at the narrowest width the map is drawn at: a label that fits there fits everywhere. */
export type Spot = Point & { text: string };

/** Where the text begins, is centred or ends, in pixels from its spot; `dy` is that of the base line. */
type Placement = { anchor: 'start' | 'middle' | 'end'; dx: number; dy: number };
export type PlacedLabel = Spot & Placement;

type Box = { left: number; top: number; right: number; bottom: number };

type LabelRules = {
  room: { width: number; height: number };
  fontSize: number;
  /** What a label had better not cover, if there is another place for it. */
  avoid?: readonly Point[];
  /** A label for which there is no room is left out, unless all are needed: then it stands beside its spot. */
  keepAll?: boolean;
};

/** Beside a spot first, then above and below, then at its corners. */
const placements: readonly Placement[] = [
  { anchor: 'start', dx: 8, dy: 4 },
  { anchor: 'end', dx: -8, dy: 4 },
  { anchor: 'middle', dx: 0, dy: -9 },
  { anchor: 'middle', dx: 0, dy: 17 },
  { anchor: 'start', dx: 6, dy: -6 },
  { anchor: 'end', dx: -6, dy: -6 },
  { anchor: 'start', dx: 6, dy: 15 },
  { anchor: 'end', dx: -6, dy: 15 },
];

/** Half the side of the square around a spot that no label may cover, and around a point of a line. */
const spotReach = 4;
const lineReach = 1;

/** A letter takes so much of the font size, on average over the names of cities and codes in capitals. */
const letterWidth = 0.6;

/** Clear of the frame's edge, in pixels. */
const edge = 2;

/** A place for each label, first come first served: on no other label, no other spot, and inside the room. */
export function placeLabels(spots: readonly Spot[], rules: LabelRules): PlacedLabel[] {
  const taken: Box[] = [];
  const lines = (rules.avoid ?? []).map((point) => around(point, lineReach));
  return spots.flatMap((spot) => {
    const others = spots.filter((other) => other !== spot).map((other) => around(other, spotReach));
    const isFree = (label: PlacedLabel, obstacles: readonly Box[]) => {
      const box = labelBox(label, rules.fontSize);
      return isInside(box, rules.room) && !obstacles.some((obstacle) => overlap(box, obstacle));
    };
    const candidates = placements.map((placement) => ({ ...spot, ...placement }));
    const label =
      candidates.find((candidate) => isFree(candidate, [...taken, ...others, ...lines])) ??
      candidates.find((candidate) => isFree(candidate, [...taken, ...others])) ??
      (rules.keepAll ? candidates[0] : undefined);
    if (!label) return [];
    taken.push(labelBox(label, rules.fontSize));
    return [label];
  });
}

/** What a label covers, in pixels. */
export function labelBox({ text, x, y, anchor, dx, dy }: PlacedLabel, fontSize: number): Box {
  const width = text.length * fontSize * letterWidth;
  const left = x + dx - { start: 0, middle: width / 2, end: width }[anchor];
  return { left, right: left + width, top: y + dy - fontSize * 0.75, bottom: y + dy + fontSize * 0.15 };
}

function around({ x, y }: Point, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

function isInside(box: Box, { width, height }: LabelRules['room']): boolean {
  return box.left >= edge && box.top >= edge && box.right <= width - edge && box.bottom <= height - edge;
}

export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
