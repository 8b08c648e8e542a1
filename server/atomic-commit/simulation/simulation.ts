import type { AirlineCode } from '../../domain/airline-code';
import { Agenda } from './agenda';
import { Chronicle } from './chronicle';
import { Coverage } from './coverage';
import { arbitraryPlan } from './fault-plan';
import { Faults } from './faults';
import type { Mode } from './mode';
import { Random } from './random';
import { Referee } from './referee';
import { Site } from './site';

const three = ['rumos', 'giro', 'boreal'] as AirlineCode[];
/** An alliance of five exists only here, so its names are not in the closed list of codes. */
const five = [...three, 'aurora', 'litoral'] as AirlineCode[];

/** One schedule: a few airlines, their customers and what goes wrong, all from one seed. */
export class Simulation {
  readonly agenda = new Agenda();
  readonly coverage = new Coverage();
  readonly random: Random;
  readonly chronicle: Chronicle;
  readonly members: AirlineCode[];
  readonly sites: Site[];
  readonly faults: Faults;
  readonly referee: Referee;
  /** How many airlines may be lost for ever: a minority, unless nothing is asked of those that are left. */
  readonly mayLose: number;
  /** Nothing goes wrong any more, and nobody buys. */
  isCalm = false;

  constructor({ seed, mode, isWritten }: { seed: number; mode: Mode; isWritten: boolean }) {
    this.random = new Random(seed);
    this.chronicle = new Chronicle(this.agenda, isWritten);
    this.members = this.random.chance(0.2) ? five : three;
    this.mayLose = mode === 'safety' ? this.members.length - 1 : Math.floor((this.members.length - 1) / 2);
    this.sites = this.members.map((code) => new Site(this, code));
    this.faults = new Faults(this, arbitraryPlan(this.random));
    this.referee = new Referee(this);
  }

  site(code: AirlineCode): Site {
    const site = this.sites.find((each) => each.code === code);
    if (!site) throw new Error(`no airline ${code}`);
    return site;
  }
}
