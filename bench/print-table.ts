import type { Comparison } from './compare';
import { summaryOf } from './summary';

const columns = [
  'airlines',
  'at once',
  'site /s',
  'p50 ms',
  'p99 ms',
  'CPU ms',
  'direct /s',
  'p50 ms',
  'p99 ms',
  'ratio',
];
const widths = columns.map((name) => Math.max(name.length, 7) + 2);

export function tableHead(): string {
  return columns.map((name, index) => name.padStart(widths[index] ?? 0)).join('');
}

export function tableLine({ airlineCount, concurrency, site, direct, cpuMs }: Comparison): string {
  const [atSite, straight] = [summaryOf(site), summaryOf(direct)];
  const cells = [
    String(airlineCount),
    String(concurrency),
    atSite.perSecond.toFixed(1),
    atSite.p50Ms.toFixed(1),
    atSite.p99Ms.toFixed(1),
    cpuMs?.toFixed(1) ?? '–',
    straight.perSecond.toFixed(1),
    straight.p50Ms.toFixed(1),
    straight.p99Ms.toFixed(1),
    `${((100 * atSite.perSecond) / straight.perSecond).toFixed(1)} %`,
  ];
  return cells.map((text, index) => text.padStart(widths[index] ?? 0)).join('');
}
