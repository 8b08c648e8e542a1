import { changeKinds } from '@/server/schedule/compare-legs';
import type { ScheduleImport } from '@/server/schedule/import-schedule';
import type { Finding } from '@/server/schedule/ssim/read-ssim';

/** Enough to see what kind of thing is wrong; the rest is counted. */
const shownFindings = 20;

/** What an import did or would do, in lines for a terminal. */
export function describeImport({ applied, preview }: ScheduleImport): string[] {
  const { rejected, warnings, skipped, soldLegsAffected, period } = preview;
  const outcome = applied ? 'Imported.' : 'Nothing was changed.';
  if (rejected.length > 0) {
    return [...findings('rejected', rejected), ...findings('warning', warnings), outcome];
  }
  const counts = [...changeKinds, 'unchanged' as const].map((kind) => `${preview[kind]} ${kind}`);
  return [
    ...findings('warning', warnings),
    period ? `Service dates ${period.from} to ${period.to}.` : 'No service date from today on.',
    `Legs: ${counts.join(', ')}.`,
    ...(skipped.marketing + skipped.notSold > 0
      ? [`Records left out: ${skipped.marketing} marketing only, ${skipped.notSold} not for the public.`]
      : []),
    ...(soldLegsAffected.length > 0
      ? [`Sold legs affected: ${soldLegsAffected.length}: ${shortened(soldLegsAffected)}.`]
      : []),
    outcome,
  ];
}

function findings(word: string, found: readonly Finding[]): string[] {
  const lines = found.slice(0, shownFindings).map(({ line, reason }) => `line ${line}: ${word}: ${reason}`);
  return found.length > shownFindings ? [...lines, `… and ${found.length - shownFindings} more`] : lines;
}

function shortened(legIds: readonly string[]): string {
  const shown = legIds.slice(0, shownFindings).join(', ');
  return legIds.length > shownFindings ? `${shown}, …` : shown;
}
