import type { AirlineCode } from '../../domain/airline-code';
import { type CoordinateOutcome, coordinate } from '../coordinate';
import type { Engine } from '../engine';
import type { Wish } from './seats';
import { simulated } from './simulated-log';
import type { Simulation } from './simulation';

/** A customer who has no answer after this long asks again with the same key. */
const patienceMs = 9_000;

export type Order = { key: string; at: AirlineCode; wish: Wish; allHeld: boolean };

/** Somebody who buys, and with the same key asks again until the answer is final. */
export class Customer {
  private isDone = false;
  private attempt = 0;

  constructor(
    private readonly simulation: Simulation,
    private readonly order: Order,
  ) {}

  buy(): void {
    const { simulation, order } = this;
    const process = simulation.site(order.at).anyProcess();
    if (this.isDone || (this.attempt > 0 && simulation.isCalm)) return;
    const attempt = ++this.attempt;
    const again = (ms: number) =>
      simulation.agenda.after(ms, () => {
        if (this.attempt === attempt) this.buy();
      });
    again(patienceMs);
    if (!process) return;
    const { owner, engine } = process;
    const back = (use: () => void) =>
      owner.site.simulation.agenda.after(simulation.random.between(1, 20), use);
    owner.enter(() => {
      simulation.chronicle.note(owner.name, 'is asked by', () => order.key);
      const { globalTransactionId: id, ...manifest } = this.manifest();
      coordinate(engine, {
        manifest: { globalTransactionId: id, ...manifest },
        privateWork: Object.fromEntries(manifest.participants.map((code) => [code, `share of ${code}`])),
        allHeld: order.allHeld,
        async recordRequest(tx) {
          const local = simulated(tx);
          await local.lock(`request ${order.key}`);
          if (local.read('request', order.key)) return false;
          local.write('request', order.key, id);
          return true;
        },
      }).then(
        (outcome) => back(() => this.hear(engine, outcome, again)),
        () => back(() => again(500)),
      );
    });
  }

  private hear(engine: Engine, outcome: CoordinateOutcome, again: (ms: number) => void): void {
    const { simulation, order } = this;
    const decided = outcome.kind === 'replayed' ? this.stored() : outcome;
    simulation.chronicle.note(order.key, `hears ${outcome.kind}`, () => engine.airline.code);
    if (decided?.kind === 'decided') {
      this.isDone = true;
      simulation.referee.onAnswer(order.key, decided.transaction);
    } else again(simulation.random.between(200, 1_500));
  }

  /** The answer that was stored under this key, when there is one. */
  private stored(): CoordinateOutcome | null {
    const { store } = this.simulation.site(this.order.at);
    const id = store.read('request', this.order.key);
    const transaction = id ? store.read('transaction', id)?.transaction : null;
    return transaction?.decision ? { kind: 'decided', transaction } : null;
  }

  private manifest() {
    const { simulation, order } = this;
    return {
      globalTransactionId: simulation.random.uuid(),
      coordinator: order.at,
      participants: simulation.members.filter((code) => order.wish.seats[code]),
      work: order.wish,
    };
  }
}
