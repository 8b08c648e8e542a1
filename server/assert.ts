/**
 * Stops at a broken invariant: a bug of ours, never something that a client can cause. The message names the rule.
 */
export function invariant(condition: unknown, rule: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${rule}`);
}

/** Proves at compile time that a union was handled to its last member. */
export function unreachable(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
