import type { ProcessIdentity } from '../process-identity';
import { forceAirline, stopAirline } from './airline-lifecycle';
import type { AirlineDeployment } from './deployment';
import { isSupervisedBy } from './running-file';

/**
 * For runs that start airlines of their own: answers with what stops those that `supervisor` started. A run that is cut
 * off must not leave airlines behind, so they are forced to end with this process.
 */
export function endWithUs(
  members: readonly AirlineDeployment[],
  supervisor: ProcessIdentity,
): () => Promise<void> {
  const ours = () => members.filter((airline) => isSupervisedBy(airline, supervisor));
  process.once('exit', () => ours().forEach(forceAirline));
  return async () => {
    await Promise.all(ours().map(stopAirline));
  };
}
