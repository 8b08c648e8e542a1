import { readFileSync } from 'node:fs';

/** The most memory that a process has had resident so far, in MiB; null where there is no `/proc`. */
export function peakMemoryMib(pid: number): number | null {
  try {
    const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line ? Math.round(Number(line[1]) / 1_024) : null;
  } catch {
    return null;
  }
}
