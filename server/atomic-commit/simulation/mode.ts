/** `safety`: faults to the end. `liveness`: they stop, and whoever is left must finish. */
export type Mode = 'safety' | 'liveness';

export type ModeWanted = Mode | 'both';

/** With both wanted the seed says which, so that one number is enough to play a schedule again. */
export function modeOf(wanted: ModeWanted, seed: number): Mode {
  if (wanted !== 'both') return wanted;
  return seed % 2 === 0 ? 'liveness' : 'safety';
}
