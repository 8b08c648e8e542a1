import { z } from 'zod';
import { airlineCodeSchema } from '@/server/domain/airline-code';
import { definePeerProcedure } from '@/server/peers/procedure';
import type { CustomerRow } from './customer';
import { originalEmail } from './email-holder';
import { isAcceptableHash } from './password-hash';
import { customerNameSchema, emailSchema } from './registration';

/** More password changes than a life has; a peer cannot raise an epoch so far that nothing ever overtakes it. */
const maxCredentialEpoch = 1_000_000;

const instantSchema = z.iso.datetime({ precision: 3 });

/** One account in full, so that applying it twice or late changes nothing. Instants are ISO 8601 UTC with milliseconds. */
export const customerRecordSchema = z.strictObject({
  customerId: z.uuid(),
  email: emailSchema,
  name: customerNameSchema,
  passwordHash: z.string().max(300).refine(isAcceptableHash, 'argon2id within the agreed cost'),
  credentialEpoch: z.int().min(1).max(maxCredentialEpoch),
  homeAirline: airlineCodeSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
});

export type CustomerRecord = z.infer<typeof customerRecordSchema>;

/** Tells a peer about a new or changed account. */
export const shareCustomer = definePeerProcedure({
  kind: 'mutation',
  name: 'shareCustomer',
  input: customerRecordSchema,
  output: z.strictObject({ outcome: z.enum(['stored', 'unchanged']) }),
});

/** Asks a peer for the account that holds an e-mail; null when it knows none. */
export const findCustomer = definePeerProcedure({
  kind: 'query',
  name: 'findCustomer',
  input: z.strictObject({ email: emailSchema }),
  output: customerRecordSchema.nullable(),
});

/** An account as it travels: always with the e-mail that it was opened with. */
export function toRecord(row: CustomerRow): CustomerRecord {
  const { id, createdAt, updatedAt, ...rest } = row;
  return {
    ...rest,
    customerId: id,
    email: originalEmail(row),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

/** The row that a record describes. */
export function fromRecord(record: CustomerRecord): CustomerRow {
  const { customerId, createdAt, updatedAt, ...rest } = record;
  return { ...rest, id: customerId, createdAt: new Date(createdAt), updatedAt: new Date(updatedAt) };
}
