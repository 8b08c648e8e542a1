import { describe, expect, it } from 'vitest';
import type { LegId } from '@/server/domain/leg';
import type { SchedulePreview } from '@/server/schedule/import-schedule';
import { describeImport } from './describe-import';

const preview: SchedulePreview = {
  period: { from: '2026-12-05', to: '2026-12-31' },
  added: 12,
  retimed: 3,
  reequipped: 0,
  reinstated: 0,
  cancelled: 1,
  unchanged: 40,
  soldLegsAffected: ['giro:1000:2026-12-06:GRU' as LegId],
  skipped: { marketing: 2, notSold: 1 },
  rejected: [],
  warnings: [{ line: 9, reason: 'odd' }],
};

describe('describeImport', () => {
  it('sums up what changed and whom it touches', () => {
    expect(describeImport({ applied: true, preview })).toEqual([
      'line 9: warning: odd',
      'Service dates 2026-12-05 to 2026-12-31.',
      'Legs: 12 added, 3 retimed, 0 reequipped, 0 reinstated, 1 cancelled, 40 unchanged.',
      'Records left out: 2 marketing only, 1 not for the public.',
      'Sold legs affected: 1: giro:1000:2026-12-06:GRU.',
      'Imported.',
    ]);
  });

  it('says that nothing changed when the file was refused or only tried', () => {
    expect(describeImport({ applied: false, preview }).at(-1)).toBe('Nothing was changed.');
    const rejected = Array.from({ length: 25 }, (_, index) => ({ line: index + 1, reason: 'bad' }));
    const lines = describeImport({ applied: false, preview: { ...preview, rejected } });
    expect(lines[0]).toBe('line 1: rejected: bad');
    expect(lines).toContain('… and 5 more');
    expect(lines.at(-1)).toBe('Nothing was changed.');
  });
});
