/** Minutes on the ground and in climb, and minutes per kilometre, fitted to 8,800 real Brazilian flights. */
const turboprop = { fixedMinutes: 27, minutesPerKm: 0.133 };
const jet = { fixedMinutes: 38, minutesPerKm: 0.0717 };

const turboprops = new Set(['AT7', 'CNC']);

/** Schedules are written in steps of five minutes. */
const stepMinutes = 5;

/** From leaving the stand to reaching the next one, in minutes. */
export function blockMinutes(aircraft: string, distanceKm: number): number {
  const { fixedMinutes, minutesPerKm } = turboprops.has(aircraft) ? turboprop : jet;
  return Math.ceil((fixedMinutes + minutesPerKm * distanceKm) / stepMinutes) * stepMinutes;
}
