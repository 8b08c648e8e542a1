import { spawn } from 'node:child_process';

export type Step = {
  name: string;
  command: string;
  arguments: readonly string[];
  environment?: Record<string, string>;
};

/** How a step ended: seconds taken, and whether its exit code was 0. */
export type StepResult = { name: string; seconds: number; passed: boolean };

/** Runs one step with its output shown as it comes. */
function runStep({ name, command, arguments: given, environment = {} }: Step): Promise<StepResult> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const finish = (passed: boolean) =>
      resolve({ name, passed, seconds: (performance.now() - startedAt) / 1_000 });
    const child = spawn(command, given, {
      stdio: 'inherit',
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...environment },
      shell: process.platform === 'win32',
    });
    child.once('error', (error) => {
      console.error(`${name}: ${error.message}`);
      finish(false);
    });
    child.once('exit', (code) => finish(code === 0));
  });
}

/**
 * Runs steps one after the other and prints what each took. A step that fails does not keep the next from running: one
 * run shows all that is wrong. Answers with an exit code.
 */
export async function runSteps(steps: readonly Step[]): Promise<number> {
  const results: StepResult[] = [];
  for (const step of steps) {
    console.log(`\n── ${step.name}`);
    results.push(await runStep(step));
  }
  console.log('');
  for (const { name, seconds, passed } of results) {
    console.log(`${passed ? 'ok    ' : 'FAILED'} ${name.padEnd(24)} ${seconds.toFixed(1).padStart(7)} s`);
  }
  const failed = results.filter(({ passed }) => !passed).length;
  console.log(`steps: ${results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** A program of an installed package, started without npm in between. */
export function program(path: string, ...given: string[]): Pick<Step, 'command' | 'arguments'> {
  return { command: process.execPath, arguments: [`node_modules/${path}`, ...given] };
}
