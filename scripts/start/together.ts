/**
 * Runs all tasks at once. The first failure aborts the others; it is thrown when every one has ended, so that nothing
 * goes on behind the caller's back. Results stand in the order of the tasks.
 */
export async function together<Results extends unknown[]>(
  signal: AbortSignal,
  tasks: { [Index in keyof Results]: (signal: AbortSignal) => Promise<Results[Index]> },
): Promise<Results> {
  const failure = new AbortController();
  const either = AbortSignal.any([signal, failure.signal]);
  const settled = await Promise.allSettled(
    tasks.map((task) =>
      task(either).catch((error: unknown) => {
        failure.abort(error);
        throw error;
      }),
    ),
  );
  // The reason of an abort is the first one given.
  if (failure.signal.aborted) throw failure.signal.reason;
  return settled.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : undefined)) as Results;
}
