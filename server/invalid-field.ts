import type { ZodError } from 'zod';

/** Of a name that the caller made up, enough to find it again. */
const maxNameLength = 60;

/** The first field that a schema does not take, for INPUT_INVALID: `legs.0.seats`. Undefined when it is the whole input. */
export function invalidField({ issues: [issue] }: ZodError): string | undefined {
  if (!issue) return undefined;
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...issue.path, ...unknown].join('.').slice(0, maxNameLength) || undefined;
}
