import { appendFileSync } from 'node:fs';
import type { AirlineCode } from '../../api/airlines';

/** Every fault, written down when it begins; and whose fault it is not that something waits. */
export type FaultLog = {
  began(kind: string, what: string): void;
  countByKind(): Map<string, number>;
};

export function openFaultLog(file: string): FaultLog {
  const counts = new Map<string, number>();
  return {
    began(kind, what) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), kind, what })}\n`);
    },
    countByKind: () => new Map([...counts].sort()),
  };
}

/** Which airline is struck at the moment; the others are a majority within each other's reach. */
export type Reach = {
  strike(airline: AirlineCode): void;
  recover(airline: AirlineCode): void;
  /** Since when this airline and some other have been whole without a break; null while it is struck itself. */
  majoritySince(airline: AirlineCode): number | null;
};

export function createReach(airlines: readonly AirlineCode[], now: () => number): Reach {
  const wholeSince = new Map<AirlineCode, number | null>(airlines.map((code) => [code, now()]));
  return {
    strike: (airline) => void wholeSince.set(airline, null),
    recover: (airline) => void wholeSince.set(airline, now()),
    majoritySince(airline) {
      const own = wholeSince.get(airline) ?? null;
      if (own === null) return null;
      const partners = airlines.flatMap((code) => {
        const since = code === airline ? null : (wholeSince.get(code) ?? null);
        return since === null ? [] : [Math.max(own, since)];
      });
      return partners.length > 0 ? Math.min(...partners) : null;
    },
  };
}
