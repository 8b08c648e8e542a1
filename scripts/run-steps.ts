import { spawn } from 'node:child_process';

export type Step = {
  name: string;
  command: string;
  arguments: readonly string[];
  environment?: Record<string, string>;
};

/** Steps that are run one after the other. */
export type Lane = readonly Step[];

/** How a step ended: seconds taken, whether its exit code was 0, and all that it wrote. */
type StepResult = { name: string; seconds: number; passed: boolean; output: string };

/** Enough for the last failure of a test runner with its code; the whole stands further up. */
const repeatedLines = 25;

/** Runs one step; `show` gets its output as it comes. */
function runStep(step: Step, show: (text: string) => void): Promise<StepResult> {
  const { name, command, arguments: given, environment = {} } = step;
  const startedAt = performance.now();
  let output = '';
  const take = (text: string) => {
    output += text;
    show(text);
  };
  return new Promise((resolve) => {
    const finish = (passed: boolean) =>
      resolve({ name, passed, seconds: (performance.now() - startedAt) / 1_000, output });
    const child = spawn(command, given, {
      stdio: ['inherit', 'pipe', 'pipe'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...colours(), ...environment },
      shell: process.platform === 'win32',
    });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', take);
    child.once('error', (error) => {
      take(`${name}: ${error.message}\n`);
      finish(false);
    });
    // Not `exit`: what the pipes still hold belongs to the step.
    child.once('close', (code) => finish(code === 0));
  });
}

/** A program that writes into a pipe does not see that a terminal is behind it. */
function colours(): Record<string, string> {
  return process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {};
}

async function runLane(lane: Lane, isAlone: boolean): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of lane) {
    const title = `\n── ${step.name}\n`;
    if (isAlone) process.stdout.write(title);
    const result = await runStep(step, isAlone ? (text) => process.stdout.write(text) : () => undefined);
    // Lanes side by side would mix their lines, so each step of theirs is shown when it has ended.
    if (!isAlone) process.stdout.write(title + result.output);
    results.push(result);
  }
  return results;
}

/**
 * Runs stages one after the other, and the lanes of a stage at once, and prints what each step took. A step that fails
 * does not keep the next from running: one run shows all that is wrong, and repeats the end of it last. Answers with an
 * exit code.
 */
export async function runSteps(stages: readonly (readonly Lane[])[]): Promise<number> {
  const results: StepResult[] = [];
  for (const lanes of stages) {
    const ended = await Promise.all(lanes.map((lane) => runLane(lane, lanes.length === 1)));
    results.push(...ended.flat());
  }
  const failed = results.filter(({ passed }) => !passed);
  for (const { name, output } of failed)
    console.log(
      `\n── ${name} failed, the end of its output:\n${output.trimEnd().split('\n').slice(-repeatedLines).join('\n')}`,
    );
  console.log('');
  for (const { name, seconds, passed } of results) {
    console.log(`${passed ? 'ok    ' : 'FAILED'} ${name.padEnd(24)} ${seconds.toFixed(1).padStart(7)} s`);
  }
  console.log(`steps: ${results.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
}

/** A program of an installed package, started without npm in between. */
export function program(path: string, ...given: string[]): Pick<Step, 'command' | 'arguments'> {
  return { command: process.execPath, arguments: [`node_modules/${path}`, ...given] };
}
