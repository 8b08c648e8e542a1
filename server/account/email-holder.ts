import type { CustomerCopy } from './customer';
import { textOrder } from './text-order';

type Registered = Pick<CustomerCopy, 'id' | 'registeredStamp'>;

/**
 * The order of accounts with one e-mail: by registration, then by id. The first holds the e-mail. Every airline decides
 * alike without asking another. In SQL: `order by registered_stamp collate "C", id`.
 */
export function registrationOrder(one: Registered, other: Registered): number {
  return textOrder(one.registeredStamp, other.registeredStamp) || textOrder(one.id, other.id);
}
