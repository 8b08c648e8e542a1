import { customerEntity } from './account/customer-entity';
import type { Airline } from './airline';
import { bookingEntity } from './booking/booking-entity';
import { cabinEntity } from './catalogue/cabin-entity';
import { legEntity } from './catalogue/leg-entity';
import type { ReplicatedEntity, Replication } from './replication/entity';

/** All that every airline has a copy of, in the order in which a new copy is built. */
export const replicatedEntities: readonly ReplicatedEntity[] = [
  cabinEntity,
  legEntity,
  customerEntity,
  bookingEntity,
];

/** What replication works with. */
export function replicationOf(airline: Airline): Replication {
  return { airline, entities: replicatedEntities };
}
