import { grouped } from '../grouped';
import { createRandom } from '../random';
import { allCells, type Cell, nameOf } from './cells';

export type CellChoice = {
  /** Null: each once. */
  count: number | null;
  /** A regular expression; only those whose names it finds. */
  only?: string | null;
  seed: number;
};

/** A cell with the seed of its own choices: the same whichever other cells are played. */
export type PlannedCell = Cell & { seed: number };

/**
 * As many cells as wanted, spread as evenly as the number allows: every point once before any point is struck in its
 * second part, every cell once before any is played again.
 */
export function chooseCells({ count, only = null, seed }: CellChoice): PlannedCell[] {
  const random = createRandom(seed);
  const wantedNames = new RegExp(only ?? '');
  const eligible = allCells().filter((cell) => wantedNames.test(nameOf(cell)));
  if (eligible.length === 0) throw new Error(`no cell is called ${only}`);
  const wanted = count ?? eligible.length;
  const chosen: PlannedCell[] = [];
  for (let time = 0; chosen.length < wanted; time += 1) {
    const pointOf = ({ role, moment, step }: Cell) => `${role} ${moment} ${step}`;
    const turns = [...grouped(random.shuffled(eligible), pointOf).values()];
    const rounds = Math.max(...turns.map((cells) => cells.length));
    for (let round = 0; round < rounds; round += 1)
      for (const cell of turns.flatMap((cells) => cells.slice(round, round + 1)))
        chosen.push({ ...cell, seed: seedOf(`${seed} ${time} ${nameOf(cell)}`) });
  }
  return chosen.slice(0, wanted);
}

/** FNV-1a. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
