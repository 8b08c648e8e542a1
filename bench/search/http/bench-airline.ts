import { openDatabase } from '@/db/client';
import type { Airline } from '@/server/airline';
import { systemIds } from '@/server/ids';
import { silentLog } from '@/server/log';
import { PeerUnreachable } from '@/server/peers/peers';

/** The day before the first flight, so that nothing is closed for sale. */
const startsAt = Date.parse('2026-11-30T12:00:00Z');

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
