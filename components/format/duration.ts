const minutesPerHour = 60;

/** `2 h 35 min`, `45 min`, `3 h`; the spaces do not break. Minutes ≥ 0. */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / minutesPerHour);
  const rest = minutes % minutesPerHour;
  const parts = [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`];
  return parts.filter(Boolean).join(' ').replaceAll(' ', '\u00a0');
}

/** `PT2H35M`, what the `datetime` attribute of `<time>` wants. */
export function isoDuration(minutes: number): string {
  return `PT${Math.floor(minutes / minutesPerHour)}H${minutes % minutesPerHour}M`;
}
