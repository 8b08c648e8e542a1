import type { TestAlliance } from './alliance';
import { everybodyKnows } from './everybody-knows';

/**
 * Between two tests: every message arrives again, nobody is offline, what the airlines still do for the test before has
 * come to its end, and no call is on record. A test that begins earlier hears the calls of another one, or loses its rows
 * under it.
 */
export async function comeToRest(alliance: TestAlliance): Promise<void> {
  alliance.network.fateOf = () => 'delivered';
  alliance.offline.clear();
  await everybodyKnows(alliance);
  await alliance.endResends();
  alliance.calls.length = 0;
}
