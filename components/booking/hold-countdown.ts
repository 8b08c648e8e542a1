/** Spoken by screen readers at these moments only, in seconds before the end: often enough to act, rarely enough to think. */
export const spokenSeconds = [300, 120, 60, 0] as const;

/** At this many milliseconds before the end the page offers more time. */
export const offerMoreTimeMs = 60_000;

/** Milliseconds left at `nowMs`, never negative. Both in ms since the epoch by the same clock. */
export function remainingMs(untilMs: number, nowMs: number): number {
  return Math.max(untilMs - nowMs, 0);
}

/** The announcement that falls due between two looks at the clock, or null; the latest one when several were missed. */
export function dueAnnouncement(beforeMs: number, nowMs: number): (typeof spokenSeconds)[number] | null {
  const passed = spokenSeconds.filter((seconds) => beforeMs > seconds * 1_000 && nowMs <= seconds * 1_000);
  return passed.at(-1) ?? null;
}

/** `9:05`: minutes and seconds as on a kitchen timer, rounded up so that 0:00 means the end. */
export function clockFace(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
