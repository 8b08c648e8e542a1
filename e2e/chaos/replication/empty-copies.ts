import type { AirlineCode } from '../../api/airlines';
import type { Databases } from '../databases';

/** Forgets all that an airline knows of its peers; its site must be down. */
export async function emptyCopies(databases: Databases, airline: AirlineCode): Promise<void> {
  await databases.of(airline).begin(async (tx) => {
    for (const table of ['legs', 'cabins', 'catalogues'])
      await tx`delete from ${tx(table)} where airline <> ${airline}`;
    for (const table of ['change_batches', 'change_logs', 'set_aside_changes', 'booking_copies'])
      await tx`delete from ${tx(table)} where origin <> ${airline}`;
    await tx`delete from customers where home_airline <> ${airline}`;
  });
}

/** As after a week: nobody has the beginning of any log, so that only a snapshot helps. */
export async function trimLogs(databases: Databases, at: readonly AirlineCode[]): Promise<number> {
  let trimmed = 0;
  for (const code of at) {
    const { count } = await databases.of(code)`
      delete from change_batches b using change_logs l
      where l.origin = b.origin and (b.last_seq < l.seq or b.epoch < l.epoch)`;
    trimmed += count;
  }
  return trimmed;
}
