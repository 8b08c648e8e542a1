/* Calendar dates have no zone: they are read and written as midnight UTC. */

const weekday = new Intl.DateTimeFormat('pt-BR', { weekday: 'short', timeZone: 'UTC' });
const weekdayInFull = new Intl.DateTimeFormat('pt-BR', { weekday: 'long', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('pt-BR', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortMonth = new Intl.DateTimeFormat('pt-BR', { month: 'short', timeZone: 'UTC' });

function midnight(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** `qui` of a date. */
export function weekdayOf(date: string): string {
  return weekday.format(midnight(date)).replace('.', '');
}

/** `quinta-feira` of a date. */
export function weekdayInFullOf(date: string): string {
  return weekdayInFull.format(midnight(date));
}

/** `10 dez` of a date. */
export function monthAndDayOf(date: string): string {
  return `${dayOfMonth(date)} ${shortMonth.format(midnight(date)).replace('.', '')}`;
}

/** 10 of `2026-12-10`. */
export function dayOfMonth(date: string): number {
  return Number(date.slice(8, 10));
}

/** `dezembro de 2026` of `2026-12`. */
export function monthInFull(yearAndMonth: string): string {
  return month.format(midnight(`${yearAndMonth}-01`));
}
