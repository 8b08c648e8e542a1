import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { importSchedule, type ScheduleOwner } from '@/server/schedule/import-schedule';
import type { Command } from './arguments';
import { CommandFailure } from './command-failure';
import { describeImport } from './describe-import';

/** Imports a schedule file and prints what changed. Throws `CommandFailure` when the file cannot be read or was refused. */
export async function importScheduleFile(
  airline: ScheduleOwner,
  { file, ...options }: Extract<Command, { name: 'import-schedule' }>,
): Promise<void> {
  if (!(await isReadable(file))) throw new CommandFailure(`${file} cannot be read`);
  const result = await importSchedule(airline, createReadStream(file), options);
  for (const line of describeImport(result)) console.log(line);
  if (result.preview.rejected.length > 0) throw new CommandFailure(`${file} was refused`);
}

async function isReadable(file: string): Promise<boolean> {
  try {
    await access(file, constants.R_OK);
    return !(await stat(file)).isDirectory();
  } catch {
    return false;
  }
}
