import { readFileSync } from 'node:fs';

// Loaded into a site by the fault tests with --import: its Date is as wrong as the file says, from one moment to the
// next, while its timers go on as they would if somebody had set the machine's clock.
const file = process.env.CHAOS_CLOCK_FILE;
const TrueDate = Date;
const lookEveryMs = 50;
let offsetMs = 0;

function look() {
  try {
    offsetMs = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    offsetMs = 0;
  }
}

const now = () => TrueDate.now() + offsetMs;

if (file) {
  look();
  setInterval(look, lookEveryMs).unref();
  globalThis.Date = new Proxy(TrueDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    apply: () => new TrueDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}
