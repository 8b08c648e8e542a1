/* A calendar date has no zone: it is read and written as midnight UTC, so that no viewer's clock can move the day. */

const short = new Intl.DateTimeFormat('pt-BR', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const long = new Intl.DateTimeFormat('pt-BR', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const full = new Intl.DateTimeFormat('pt-BR', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'UTC',
});

function midnight(date: string): Date {
  return new Date(`${date.slice(0, 10)}T00:00:00Z`);
}

/** `sex., 11 de dez.` from `YYYY-MM-DD` or a local time. */
export function formatDate(date: string): string {
  return short.format(midnight(date));
}

/** `sexta-feira, 11 de dezembro` from `YYYY-MM-DD` or a local time. */
export function formatLongDate(date: string): string {
  return long.format(midnight(date));
}

/** `11/12/2026` from `YYYY-MM-DD` or a local time. */
export function formatNumericDate(date: string): string {
  return full.format(midnight(date));
}
