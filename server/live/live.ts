import { airlineState } from '../airline-state';
import { ChangeFeed } from './change-feed';
import { StreamPlaces } from './stream-places';

/** What the open pages of this process listen to. */
export const liveOf = airlineState('live changes', () => ({
  feed: new ChangeFeed(),
  places: new StreamPlaces(),
}));
