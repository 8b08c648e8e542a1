import { invariant } from '@/server/assert';
import { importSchedule, type ScheduleOwner, type SchedulePreview } from '@/server/schedule/import-schedule';
import type { DateWindow } from '@/server/schedule/operating-dates';
import { readNetwork } from './network';
import { salesWindow } from './sales-window';
import { writeSsim } from './write-ssim';

/**
 * Puts the airline's own network on sale through the door that every schedule takes, by default for the whole sales
 * window. Running it again restates the window: whatever differs from the network table is set right. Needs the
 * airline's cabins.
 */
export async function seedNetwork(
  airline: ScheduleOwner,
  window: DateWindow = salesWindow(airline.clock),
): Promise<SchedulePreview> {
  const lines = writeSsim(airline.code, readNetwork(airline.code), window);
  const { applied, preview } = await importSchedule(airline, lines);
  invariant(
    applied,
    `the network of ${airline.code} is a valid schedule: ${JSON.stringify(preview.rejected[0])}`,
  );
  return preview;
}
