import { startAirline, waitForPeerState } from '../../alliance/faults';
import { type AirlineCode, airlines, othersThan } from '../../api/airlines';
import { alarmsOf } from '../processes/alarms';
import { withdrawCrash } from '../processes/crash-order';
import { type Attempt, finalAttempt, tryPurchase } from '../purchase-attempt';
import { createRandom } from '../random';
import { type Offer, orderFor } from '../seat-pool';
import { type Cast, castFor } from './cast';
import { type Cell, certainOutcomeOf, isRecovery, nameOf, type Outcome } from './cells';
import type { PlannedCell } from './choose-cells';
import { readFinalState } from './final-state';
import { judge } from './judge';
import type { Stage } from './stage';
import { armFor, type Strike, struck } from './strike';
import { finished, leftovers, settledFrom } from './unsettled';

export type CellReport = {
  cell: string;
  /** `giro buys rumos+giro; boreal is struck`. */
  cast: string;
  fired: boolean;
  outcome: Outcome | '?';
  /** From the crash until nothing waits at the survivors; null when that took too long or cannot be said. */
  recoverySeconds: number | null;
  wrong: string[];
};

/** What the two that are left may take for every purchase. */
const recoveryLimitMs = 10_000;
/** The one that comes back learns what it missed. */
const agreementMs = 20_000;
const answerMs = 20_000;
/** A step of an earlier purchase must not be taken for one of this. */
const finishedMs = 8_000;

/** Plays one cell from three healthy airlines to three healthy airlines. */
export async function runCell(stage: Stage, cell: PlannedCell): Promise<CellReport> {
  const cast = castFor(cell, createRandom(cell.seed));
  await finished(stage.databases, finishedMs);
  const offers = cast.participants.map(stage.takeSeat);
  const order = orderFor(offers);
  const scene: Scene = { cell, cast, offers, except: await leftovers(stage.databases, airlines), wrong: [] };
  if (cast.refuser) await sellBefore(stage, scene, cast.refuser);

  const since = new Date();
  armFor(stage, cell, cast);
  const asked = tryPurchase(stage.clientAt(cast.coordinator), order);
  const strike = await struck(cell, cast);
  if (!strike) {
    const { status, reason } = await asked;
    scene.wrong.push(`the crash did not come to pass: ${status} ${reason}`);
  }
  const recoveryMs = strike && (await measureRecovery(stage, scene, strike));
  await comeBack(stage, scene);

  const before = await readFinalState(stage.databases, offers, since);
  const final = await finalAttempt(stage.clientAt(cast.coordinator), order, answerMs);
  const after = await readFinalState(stage.databases, offers, since);
  scene.wrong.push(...judge({ cast, offers, before, after, first: await asked, final }));
  if (final.status === 'refused') await sellAgain(stage, scene, final);
  const soldBy = offers.map((offer) => before.soldBy.get(offer) ?? null);
  const outcome = outcomeOf(soldBy, cast);
  const certain = strike && certainOutcomeOf(cell);
  if (certain && outcome !== certain) scene.wrong.push(`${outcome}, where only "${certain}" can be`);
  return {
    cell: nameOf(cell),
    cast: `${cast.coordinator} buys ${cast.participants.join('+')}; ${strike?.victim ?? 'nobody'} is struck`,
    fired: strike !== null,
    outcome,
    recoverySeconds: recoveryMs === null ? null : recoveryMs / 1_000,
    wrong: scene.wrong,
  };
}

type Scene = {
  cell: Cell;
  cast: Cast;
  offers: readonly Offer[];
  /** What waited before and is none of our business. */
  except: ReadonlySet<string>;
  wrong: string[];
};

function outcomeOf(soldBy: (string | null)[], { refuser, participants }: Cast): CellReport['outcome'] {
  const sold = soldBy.filter((id, index) => id !== null && participants[index] !== refuser).length;
  if (sold === 0) return 'nothing sold';
  return sold === soldBy.length ? 'sold' : '?';
}

/** Somebody else has the seat of one airline already. */
async function sellBefore(stage: Stage, { offers, wrong }: Scene, airline: AirlineCode): Promise<void> {
  const taken = offers.filter((offer) => offer.airline === airline);
  const sold = await finalAttempt(stage.clientAt(airline), orderFor(taken), answerMs);
  if (sold.status !== 'confirmed') wrong.push(`the scene could not be set: ${sold.status} ${sold.reason}`);
}

/**
 * How long the two that are left took, in ms; null when too long. In a recovery two are down, which promises nothing:
 * the coordinator comes back first, and the time counts from then.
 */
async function measureRecovery(
  stage: Stage,
  { cell, cast, except, wrong }: Scene,
  { victim, at: struckAt }: Strike,
): Promise<number | null> {
  const { databases } = stage;
  const at = othersThan(victim);
  let from = struckAt;
  if (isRecovery(cell)) {
    await startAirline(cast.coordinator);
    stage.network.heal();
    from = Date.now();
  }
  const deadlineMs = from + recoveryLimitMs + 1_000 - Date.now();
  const settled = await settledFrom({ databases, at, except, deadlineMs });
  if (settled !== null && settled - from <= recoveryLimitMs) return Math.max(0, settled - from);
  const waiting = await leftovers(databases, at).catch((error: Error) => [error.message]);
  const ids = [...waiting].filter((id) => !except.has(id)).join(', ');
  wrong.push(`the survivors wait after ${recoveryLimitMs / 1_000} s: ${ids || 'no more now'}`);
  return null;
}

/** Heals everything, and waits until all three see each other and agree. */
async function comeBack(
  { network, databases, heardAlarms }: Stage,
  { cell, cast, except, wrong }: Scene,
): Promise<void> {
  // A log outlives the cells in which its site is not struck, and is put aside by a restart.
  const alarms = airlines.flatMap(alarmsOf).filter((line) => !heardAlarms.has(line));
  for (const line of alarms) heardAlarms.add(line);
  wrong.push(...alarms);
  network.heal();
  for (const code of isRecovery(cell) ? airlines : cast.candidates) {
    withdrawCrash(code);
    await startAirline(code);
  }
  await Promise.all(
    airlines.flatMap((code) => othersThan(code).map((peer) => waitForPeerState(code, peer, 'live'))),
  );
  const agreed = await settledFrom({ databases, at: airlines, except, deadlineMs: agreementMs });
  if (agreed === null) wrong.push(`no agreement ${agreementMs / 1_000} s after the restart`);
}

/** Seats of a purchase that was undone are for sale; all but the one that was sold before. */
async function sellAgain(stage: Stage, { cast, offers, wrong }: Scene, refused: Attempt): Promise<void> {
  const free = offers.filter(({ airline }) => airline !== cast.refuser);
  const again = await finalAttempt(stage.clientAt(cast.coordinator), orderFor(free), answerMs);
  if (again.status === 'confirmed') return;
  wrong.push(`refused (${refused.reason}), and then not sold again: ${again.status} ${again.reason}`);
}
