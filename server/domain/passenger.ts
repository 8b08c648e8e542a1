import { z } from 'zod';
import { cpfSchema } from './cpf';
import { dateSchema } from './leg';

/** Nine is what the trade sells in one booking; more is a group sale. */
export const maxPassengersPerBooking = 9;

export const documentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cpf'), number: cpfSchema }),
  z.strictObject({
    kind: z.literal('passport'),
    number: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]{5,20}$/, 'five to twenty letters and digits'),
  }),
]);

/** A name as in the document: at least a given name and a surname, letters of any script, no digits. */
export const passengerNameSchema = z
  .string()
  .trim()
  .min(3)
  .max(100)
  .regex(/^[\p{L}\p{M}'’.-]+( +[\p{L}\p{M}'’.-]+)+$/u, 'given name and surname');

export const passengerSchema = z.strictObject({
  name: passengerNameSchema,
  birthDate: dateSchema.refine((date) => date >= '1900-01-01', 'after 1900'),
  document: documentSchema,
});

export type Passenger = z.infer<typeof passengerSchema>;

export const contactSchema = z.strictObject({
  email: z.email().max(254),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d ()-]{8,20}$/, 'eight to twenty digits')
    .optional(),
});

export type Contact = z.infer<typeof contactSchema>;
