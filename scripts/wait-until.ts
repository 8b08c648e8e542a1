/**
 * Polls until the condition holds and returns its first truthy value, or null after `deadlineMs`. The first check is
 * at once; a condition that throws ends the wait.
 */
export async function waitUntil<Value>(
  condition: () => Value | Promise<Value>,
  deadlineMs: number,
  pauseMs = 50,
): Promise<Value | null> {
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() >= deadline) return null;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
