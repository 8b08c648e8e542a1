import { times } from './print-table';

/** Something that the design wants, and what was measured in this run. */
export type Goal = { name: string; wanted: string; measured: string; reached: boolean };

/** A ratio that should be at least so much. */
export function atLeast(name: string, wanted: number, ratio: number): Goal {
  return { name, wanted: `≥ ${times(wanted)}`, measured: times(ratio), reached: ratio >= wanted };
}

/** A figure that should be at most so much, in its unit. */
export function atMost(name: string, wanted: number, measured: { value: number; unit: string }): Goal {
  const { value, unit } = measured;
  return {
    name,
    wanted: `≤ ${wanted} ${unit}`,
    measured: `${value.toFixed(2)} ${unit}`,
    reached: value <= wanted,
  };
}
