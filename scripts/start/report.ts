/** Tells the person at the terminal what goes on. */
export type Report = (line: string) => void;

export const printLine: Report = (line) => void process.stdout.write(`${line}\n`);

/** A step that takes longer says so, about as often as a person starts to wonder. */
const reminderMs = 10_000;

/** Announces a step, reminds of it while it lasts, and says how long it took. */
export async function step<Result>(
  report: Report,
  what: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const startedAt = Date.now();
  const seconds = () => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
  report(`· ${what} …`);
  const reminder = setInterval(() => report(`· ${what}: still at it after ${seconds()}`), reminderMs);
  try {
    const result = await work();
    report(`✓ ${what}: ${seconds()}`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}
