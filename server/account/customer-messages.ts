import { z } from 'zod';
import { airlineCodeSchema } from '@/server/domain/airline-code';
import { definePeerProcedure } from '@/server/peers/procedure';
import { stampSchema } from '@/server/replication/hybrid-clock';
import type { CustomerCopy } from './customer';
import { isAcceptableHash } from './password-hash';
import { customerNameSchema, emailSchema } from './registration';

/** More password changes than a life has; a peer cannot raise an epoch so far that nothing ever overtakes it. */
const maxCredentialEpoch = 1_000_000;

/** More accounts with one e-mail than three airlines can open while none of them hears of another. */
export const maxAccountsPerEmail = 10;

const customerIdSchema = z.uuid().toLowerCase();

/**
 * One account in full, so that applying it twice or late changes nothing; as it stands in the change log, and as an
 * airline answers. Instants are ISO 8601 UTC with milliseconds. Fields of a newer version are passed over.
 */
export const customerRecordSchema = z.object({
  id: customerIdSchema,
  email: emailSchema,
  name: customerNameSchema,
  passwordHash: z.string().max(300).refine(isAcceptableHash, 'argon2id within the agreed cost'),
  credentialEpoch: z.int().min(1).max(maxCredentialEpoch),
  homeAirline: airlineCodeSchema,
  createdAt: z.iso.datetime({ precision: 3 }),
  registeredStamp: stampSchema,
  profileStamp: stampSchema,
  mergedInto: customerIdSchema.nullable(),
});

export type CustomerRecord = z.infer<typeof customerRecordSchema>;

/** Asks a peer for the accounts that were opened with an e-mail: for one that the change log has not brought yet. */
export const findCustomer = definePeerProcedure({
  kind: 'query',
  name: 'findCustomer',
  input: z.strictObject({ email: emailSchema }),
  output: z.object({ accounts: z.array(customerRecordSchema).max(maxAccountsPerEmail) }),
});

/** An account as it travels. */
export function toRecord(copy: CustomerCopy): CustomerRecord {
  const { id, email, name, passwordHash, credentialEpoch, homeAirline } = copy;
  const { createdAt, registeredStamp, profileStamp, mergedInto } = copy;
  return {
    id,
    email,
    name,
    passwordHash,
    credentialEpoch,
    homeAirline,
    createdAt: createdAt.toISOString(),
    registeredStamp,
    profileStamp,
    mergedInto,
  };
}

/** The account that a record describes. */
export function fromRecord(record: CustomerRecord): CustomerCopy {
  return { ...record, createdAt: new Date(record.createdAt) };
}
