/** Something a person can fix. Its message is one sentence that names what is wrong and what to do; no stack is shown. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
