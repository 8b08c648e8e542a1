import { afterEach, describe, expect, it } from 'vitest';
import { systemPause } from './pause';

const warnings: string[] = [];
const keep = (warning: Error) => void warnings.push(warning.name);

afterEach(() => void process.off('warning', keep));

describe('a pause', () => {
  it('ends at once when its signal is aborted, however many wait for the same signal', async () => {
    process.on('warning', keep);
    const stopping = new AbortController();
    const pauses = Array.from({ length: 50 }, () => systemPause(3_600_000, stopping.signal));
    stopping.abort();
    await Promise.all(pauses);
    // Warnings are emitted a tick later.
    await new Promise(setImmediate);
    expect(warnings).toEqual([]);
  });

  it('does not begin after its signal was aborted', async () => {
    await expect(systemPause(3_600_000, AbortSignal.abort())).resolves.toBeUndefined();
  });

  it('ends when its time is up', async () => {
    await expect(systemPause(1, new AbortController().signal)).resolves.toBeUndefined();
  });
});
