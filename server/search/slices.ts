/** Long work in slices: whatever else has waited for this process is served between two of them. */
export type Slices = {
  /** Whether the present slice has been long enough. */
  isOver(): boolean;
  /** Ends the present slice; the next one begins when others have been served. */
  pause(): Promise<void>;
};

/** Unnoticed by whoever waits for a page. */
const sliceMs = 8;

/** The first slice begins now. */
export function createSlices(): Slices {
  let begunAt = performance.now();
  return {
    isOver: () => performance.now() - begunAt >= sliceMs,
    async pause() {
      await new Promise(setImmediate);
      begunAt = performance.now();
    },
  };
}
