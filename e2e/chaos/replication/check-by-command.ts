import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { airlines, othersThan } from '../../api/airlines';

const run = promisify(execFile);

/** What the operator's own command finds when it compares the copies of each airline; empty when all are equal. */
export async function checkByCommand(): Promise<string[]> {
  const wrong: string[] = [];
  for (const code of airlines) {
    const words = ['--import', 'tsx', 'scripts/passcom.ts', 'replication', code, '--check'];
    const said = await run(process.execPath, words).then(
      ({ stdout }) => stdout,
      (error: Error & { stdout?: string }) => `${error.stdout ?? ''}\n${error.message}`,
    );
    const lines = said.split('\n');
    for (const peer of othersThan(code)) {
      const line = lines.find((one) => one.startsWith(`${peer}: `));
      if (!line?.startsWith(`${peer}: equal: `)) wrong.push(`at ${code}, ${line ?? said.slice(-300)}`);
    }
  }
  return wrong;
}
