import { openDatabase } from '@/db/client';
import type { Airline } from '@/server/airline';
import { addDays, homeZone, instantAtLocalTime } from '@/server/domain/local-time';
import { systemIds } from '@/server/ids';
import { silentLog } from '@/server/log';
import { PeerUnreachable } from '@/server/peers/peers';
import { firstDay } from '../network/networks';

/** The day before the first flight, so that nothing is closed for sale. */
const startsAt = instantAtLocalTime(`${addDays(firstDay, -1)}T12:00`, homeZone).getTime();

/** Rumos over a database of the bench: both peers answer, nobody signs or is asked for anything. */
export function benchAirline(databaseUrl: string): Airline {
  const nobodySigns = () => {
    throw new Error('nothing is signed in the bench of the search');
  };
  return {
    code: 'rumos',
    db: openDatabase(databaseUrl).db,
    peers: {
      codes: ['giro', 'boreal'],
      statusOf: () => ({ state: 'live', lastHeardAt: new Date(startsAt) }),
      call: (peer) => Promise.reject(new PeerUnreachable(peer, 'not in this bench')),
    },
    signatures: { sign: nobodySigns, isSignedBy: nobodySigns },
    clock: { now: () => new Date(startsAt + performance.now()) },
    ids: systemIds,
    log: silentLog,
    settings: { rateLimitFactor: 1 },
    stopping: new AbortController().signal,
  };
}
