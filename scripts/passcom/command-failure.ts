/** Why a command did not do its work: one sentence for the person at the terminal, and the exit status. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';

  constructor(
    message: string,
    /** 1: the work failed; 2: the command was not understood. */
    readonly status: 1 | 2 = 1,
  ) {
    super(message);
  }
}
