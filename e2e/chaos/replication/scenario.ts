import type { Stage } from '../matrix/stage';

/** One fault of the exchange, from three airlines that agree to three airlines that agree. */
export type Scenario = {
  name: string;
  /** In the share that runs on every change. */
  inShare: boolean;
  /**
   * Strikes, checks what must hold meanwhile, and proves that it struck. May leave links cut and processes dead: healing
   * comes afterwards. Throws what was not kept.
   */
  play(stage: Stage): Promise<Played>;
};

export type Played = {
  /** Why the fault was really there: `214 requests were cut`. */
  proof: string;
  /** What was measured meanwhile. */
  facts: string[];
};

export type ScenarioReport = {
  name: string;
  proof: string;
  facts: string[];
  /** From the healing until all copies were equal; null when that did not come in time. */
  convergedMs: number | null;
  /** How many rows were compared on the three sides. */
  compared: number;
  seconds: number;
  wrong: string[];
};
