/** npm forwards the signal that the terminal already sent to everybody, so one Ctrl-C arrives twice. */
const sameKeypressMs = 700;

/** npm and its shell end at a SIGTERM without handing it on; this soon we notice that they are gone. */
const parentCheckMs = 300;

/**
 * Ctrl-C, SIGTERM, a closed terminal and the end of npm ask to stop: the first aborts the returned signal, a later one
 * calls `force`.
 */
export function stopRequests(force: () => void): AbortSignal {
  const controller = new AbortController();
  let firstAt = 0;
  const onSignal = () => {
    const now = Date.now();
    if (!controller.signal.aborted) {
      firstAt = now;
      controller.abort();
    } else if (now - firstAt > sameKeypressMs) {
      force();
    }
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  if (process.env.npm_lifecycle_event) watchParent(onSignal);
  // A closed terminal also breaks our output; that must not end us before everything is stopped.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  return controller.signal;
}

function watchParent(onGone: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onGone();
  }, parentCheckMs);
  watch.unref();
}
