import { z } from 'zod';

/** The longest address that mail servers accept (RFC 5321 path limit less the brackets). */
const maxEmailLength = 254;

/** Trimmed and lower case, because people type their own address in several ways. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(maxEmailLength, 'at most 254 characters')
  .pipe(z.email('an e-mail address, like ana@example.com'));

/** How the customer wants to be called; passengers' names as in the document are another matter. */
export const customerNameSchema = z
  .string()
  .trim()
  .min(2, 'at least 2 characters')
  .max(100, 'at most 100 characters')
  .regex(/^[\p{L}\p{M}\p{N}'’.,() -]+$/u, 'letters, digits, spaces and simple punctuation');

/** Long rather than complicated (NIST SP 800-63B); the upper bound limits what we hash. */
export const passwordSchema = z
  .string()
  .min(10, 'at least 10 characters: a short sentence is easy to remember')
  .max(200, 'at most 200 characters');

export const registrationSchema = z.strictObject({
  name: customerNameSchema,
  email: emailSchema,
  password: passwordSchema,
});

export type Registration = z.infer<typeof registrationSchema>;
