import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeBatches } from '@/db/schema';
import { type AirlineCode, airlineCodes } from '../../domain/airline-code';
import { isPeerUnreachable } from '../../peers/peers';
import { sequenceAll } from '../../testing/replicate';
import { readVector } from '../change-log/read-vector';
import { sequenceChanges } from '../change-log/sequence-changes';
import {
  createNoteAlliance,
  type NoteAlliance,
  noteEntity,
  notesOf,
  renewNoteAlliance,
  writeNote,
} from '../testing/notes';
import { applyBatches } from './apply-batches';
import { isBatchRefused } from './check-batch';
import { pullChanges } from './pull-changes';

let alliance: NoteAlliance;

beforeAll(async () => {
  alliance = await createNoteAlliance();
});
afterAll(() => alliance.close());

type Step =
  | { do: 'write'; at: AirlineCode; name: string; text: string }
  | { do: 'sequence'; at: AirlineCode }
  | { do: 'pull'; at: AirlineCode; from: AirlineCode }
  | { do: 'cut'; from: AirlineCode; to: AirlineCode }
  | { do: 'deliver again'; at: AirlineCode; from: AirlineCode; places: number[] }
  | { do: 'restart'; at: AirlineCode };

const airline = fc.constantFrom(...airlineCodes);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      at: airline,
      name: fc.constantFrom('a', 'b', 'c'),
      text: fc.string({ maxLength: 5 }).filter((text) => !text.includes('\0')),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sequence' as const), at: airline }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pull' as const), at: airline, from: airline }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cut' as const), from: airline, to: airline }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('deliver again' as const),
      at: airline,
      from: airline,
      places: fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const), at: airline }) },
);

/** Lost calls and refused batches are part of every history; anything else is a fault. */
async function survive(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!isPeerUnreachable(error) && !isBatchRefused(error)) throw error;
  });
}

async function take(one: Step): Promise<void> {
  const { replications, network } = alliance;
  const at = (code: AirlineCode) => replications[code];
  switch (one.do) {
    case 'write':
      return writeNote(at(one.at).airline, [one.name, one.text]);
    case 'sequence':
      await sequenceChanges(at(one.at));
      return;
    case 'pull':
      if (one.at !== one.from) await survive(pullChanges(at(one.at), one.from));
      return;
    case 'cut': {
      const before = network.fateOf;
      network.fateOf = (call) => (call.from === one.from && call.to === one.to ? 'lost' : before(call));
      return;
    }
    case 'deliver again': {
      const stored = await at(one.from).airline.db.select().from(changeBatches);
      const batches = one.places.flatMap((place) => stored[place] ?? []);
      for (const batch of batches) await survive(applyBatches(at(one.at), batch.origin, [batch]));
      return;
    }
    case 'restart':
      alliance.airlines[one.at] = { ...alliance.airlines[one.at] };
      replications[one.at] = { airline: alliance.airlines[one.at], entities: [noteEntity] };
  }
}

async function heal(): Promise<void> {
  alliance.network.fateOf = () => 'delivered';
  for (const replication of Object.values(alliance.replications)) await sequenceAll(replication);
  for (const at of airlineCodes)
    for (const peer of alliance.airlines[at].peers.codes) await pullChanges(alliance.replications[at], peer);
}

async function viewOf(code: AirlineCode) {
  const { db } = alliance.airlines[code];
  const notes = await Promise.all(airlineCodes.map((origin) => notesOf(db, origin)));
  return { notes, vector: await readVector(db) };
}

it('ends every history of writes, cuts, restarts, and batches that come twice or in any order, in equal copies', async () => {
  const history = fc.array(step, { minLength: 10, maxLength: 40 });
  const isEqualInTheEnd = async (steps: Step[]) => {
    await renewNoteAlliance(alliance);
    for (const one of steps) await take(one);
    await heal();
    const [rumos, ...others] = await Promise.all(airlineCodes.map(viewOf));
    for (const other of others) expect(other).toEqual(rumos);
  };
  await fc.assert(fc.asyncProperty(history, isEqualInTheEnd), { seed: 20261121, numRuns: 12 });
});
