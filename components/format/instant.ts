import { homeZone } from '@/server/domain/local-time';

const time = new Intl.DateTimeFormat('pt-BR', { hour: '2-digit', minute: '2-digit', timeZone: homeZone });
const dateAndTime = new Intl.DateTimeFormat('pt-BR', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: homeZone,
});

const date = new Intl.DateTimeFormat('pt-BR', { dateStyle: 'long', timeZone: homeZone });

/** `13:58` in Brasília time from an ISO instant. */
export function formatInstantTime(instant: string): string {
  return time.format(new Date(instant));
}

/** `11 de dez., 13:58` in Brasília time from an ISO instant. */
export function formatInstant(instant: string): string {
  return dateAndTime.format(new Date(instant));
}

/** `11 de dezembro de 2026` in Brasília time from an ISO instant. */
export function formatInstantDate(instant: string): string {
  return date.format(new Date(instant));
}
