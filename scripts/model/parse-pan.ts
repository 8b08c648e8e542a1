/** What one exhaustive search said: `pan`'s numbers, and how often each step of the protocol was taken. */
export type Search = {
  states: number;
  depth: number;
  errors: number;
  seconds: number;
  /** False when a limit of memory or depth cut the search short, or it never came to its end. */
  isComplete: boolean;
  /** The broken assertion, as spin prints it; null when there is none. */
  violation: string | null;
  steps: Map<string, number>;
};

const cutShort =
  /max search depth too small|out of memory|memory limit|Search not completed|hash-table.*full/i;

/** Reads the output of a verifier that spin has generated. Throws when it is no such output. */
export function parsePan(output: string): Search {
  const summary = /depth reached (\d+)(?:.*?), errors: (\d+)/.exec(output);
  const states = /^\s*([\d.e+]+) states, stored/m.exec(output);
  if (!summary || !states) throw new Error(`no summary in the output of pan:\n${output.slice(-2000)}`);
  const errors = Number(summary[2]);
  const steps = [...output.matchAll(/^step (\S+) (\d+)$/gm)];
  return {
    states: Number(states[1]),
    depth: Number(summary[1]),
    errors,
    seconds: Number(/elapsed time ([\d.e+-]+) seconds/.exec(output)?.[1] ?? 0),
    isComplete: errors === 0 && !cutShort.test(output) && /^Full statespace search/m.test(output),
    violation: /^pan:\d*:?\s*(.*?)(?: \(at depth \d+\))?$/m.exec(output)?.[1] ?? null,
    steps: new Map(steps.map(([, name = '', count]) => [name, Number(count)])),
  };
}
