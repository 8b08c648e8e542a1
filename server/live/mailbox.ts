import type { LiveEvent } from './live-event';

/**
 * What one reader has not been told yet: the newest state of each thing it listens to, so that a reader that stops
 * reading costs no more than one that reads.
 */
export class Mailbox {
  readonly #waiting = new Map<string, LiveEvent>();
  readonly #told = new Map<string, LiveEvent>();
  #end: 'left' | 'closed' | null = null;
  #wake: () => void = () => undefined;

  /** Replaces what waits under `key`. The very event that the reader has been given before is not news. */
  put(key: string, event: LiveEvent): void {
    if (this.#end || this.#told.get(key) === event) return;
    this.#told.set(key, event);
    this.#waiting.set(key, event);
    this.#wake();
  }

  /** The reader has gone. */
  leave(): void {
    this.#finish('left');
  }

  /** We are going: the reader is to come back. */
  close(): void {
    this.#finish('closed');
  }

  #finish(end: 'left' | 'closed'): void {
    this.#end ??= end;
    this.#wake();
  }

  /**
   * Everything that is put, until the reader leaves. Throws an AbortError when the mailbox is closed: tRPC then ends the
   * stream without saying that it is complete, and its reader connects again.
   */
  async *events(): AsyncGenerator<LiveEvent, void> {
    while (!this.#end) {
      for (const [key, event] of this.#waiting) {
        this.#waiting.delete(key);
        yield event;
        if (this.#end) break;
      }
      if (this.#waiting.size === 0 && !this.#end) await this.#somethingNew();
    }
    if (this.#end === 'closed') throw new DOMException('this airline is stopping', 'AbortError');
  }

  #somethingNew(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
