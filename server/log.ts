import type { AirlineCode } from './domain/airline-code';

export type LogLevel = 'info' | 'warn' | 'error';

/** One JSON object a line on stdout, written for machines first; values under secret-looking names are redacted. */
export type Log = (level: LogLevel, message: string, fields?: Record<string, unknown>) => void;

const secretName = /password|secret|token|cookie|authorization|document|privateWork/i;

function redacted(name: string, value: unknown): unknown {
  if (name && secretName.test(name)) return '[redacted]';
  return value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value;
}

/** A log whose every line names its airline. */
export function createLog(airline: AirlineCode): Log {
  return (level, message, fields = {}) => {
    const line = { at: new Date().toISOString(), level, airline, message, ...fields };
    process.stdout.write(`${JSON.stringify(line, redacted)}\n`);
  };
}

export const silentLog: Log = () => undefined;
