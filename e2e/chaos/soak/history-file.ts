import { appendFileSync, writeFileSync } from 'node:fs';
import type { Heard, HistoryEvent, Intent } from '../checker/history';

/** What the clients want and hear, a JSON object a line, written before anything else happens. */
export type HistoryFile = {
  intend(intent: Omit<Intent, 'event' | 'intent' | 'at'>): Intent;
  hear(answer: Omit<Heard, 'event' | 'at'>): void;
};

export function openHistory(file: string): HistoryFile {
  writeFileSync(file, '');
  const write = (event: HistoryEvent) => appendFileSync(file, `${JSON.stringify(event)}\n`);
  let count = 0;
  return {
    intend(wanted) {
      count += 1;
      const intent: Intent = { event: 'intent', intent: count, at: Date.now(), ...wanted };
      write(intent);
      return intent;
    },
    hear: (answer) => write({ event: 'answer', at: Date.now(), ...answer }),
  };
}
