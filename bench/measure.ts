/** What became of one turn of buying. */
export type Measurement = { latenciesMs: number[]; elapsedMs: number; failures: string[] };

export type Turn = { concurrency: number; durationMs: number; buyOnce: (buyer: number) => Promise<void> };

/** Buys with so many buyers, each the next as soon as it has the last, until the time is up; those under way still count. */
export async function measure({ concurrency, durationMs, buyOnce }: Turn): Promise<Measurement> {
  const latenciesMs: number[] = [];
  const failures: string[] = [];
  const startedAt = performance.now();
  const buyer = async (_: unknown, index: number) => {
    while (performance.now() - startedAt < durationMs) {
      const begunAt = performance.now();
      try {
        await buyOnce(index);
        latenciesMs.push(performance.now() - begunAt);
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, buyer));
  return { latenciesMs, elapsedMs: performance.now() - startedAt, failures };
}

/** Several turns as one. */
export function joined(turns: readonly Measurement[]): Measurement {
  return {
    latenciesMs: turns.flatMap((turn) => turn.latenciesMs),
    elapsedMs: turns.reduce((sum, turn) => sum + turn.elapsedMs, 0),
    failures: turns.flatMap((turn) => turn.failures),
  };
}
