/** A known bug, put into the sources of one bundle: production code has no switches for it. */
export type Mutant = {
  name: string;
  /** What goes wrong with it, as a sentence. */
  bug: string;
  /** Below the folder of the engine. */
  file: string;
  /** Occurs exactly once there. */
  find: string;
  replace: string;
};
