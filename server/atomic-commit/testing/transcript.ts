import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { AirlineCode } from '../../domain/airline-code';
import { hashOf } from '../canonical-json';
import type { Manifest } from '../manifest';
import { type GlobalTransaction, newTransaction } from '../transaction';
import { ToyAirline } from './toy-airline';
import { type Content, headlineOf, type Message } from './toy-message';

/**
 * Plays a story of the protocol, one command a line, `#` starts a comment:
 *
 *   members rumos giro boreal                              the default; the order is the canonical order
 *   buy t1 at giro seats rumos:1A giro:2B [held]           T1; `held`: everybody is asked at once
 *   deliver | drop | duplicate prepare t1 giro→rumos       the oldest such message in flight (kinds: prepare, vote,
 *                                                          accept, ack, promise, promised, nack, alarm, abort)
 *   deliver all [t1]                                       until nothing more is in flight; to the dead it is lost
 *   time out vote t1 rumos→giro                            giro waits no longer for this vote
 *   retry t1 at rumos · lose patience t1 at rumos          a PREPARE that waits there for a contested seat
 *   crash giro [before sending] · restart giro             memory is lost, rows are kept; the second form also loses
 *                                                          what giro has in flight
 *   resend t1 at giro                                      its decision goes out again to who may not know it
 *   resolve t1 at boreal                                   boreal begins a recovery ballot of its own (T7)
 *   promise 4 for t1 at rumos                              a recovery ballot has got this promise (T8)
 *   forge prepare t1 giro→rumos seats rumos:9F             a message that no correct airline has sent; also
 *   forge abort t1 boreal→rumos                            `forge accept … ballot=0 value=commit decided=false seats …`
 *
 *   expect t1 at rumos participant=sold decision=commit …  fields: coordinator, participant, promised, accepted (0:commit),
 *                                                          decision, acknowledged (a,b), refusal (code), `none` = absent
 *   expect t1 at rumos unknown
 *   expect seat rumos:1A free | prepared by t1 | sold by t1
 *   expect vote t1 rumos→giro yes | no SEAT_TAKEN          of the oldest such message in flight
 *   expect in flight: accept t1 giro→rumos, …              exactly these, in any order; or `nothing`
 *   expect alarms at rumos: the rule                       exactly one; or `none`
 *
 * Throws at the first command that cannot be done or expectation that is not met, with file and line.
 */
export function playTranscript(file: string, text: string): void {
  const play = new Transcript();
  for (const [index, line] of text.split('\n').entries()) {
    const command = line.replace(/(^|\s)#.*$/, '').trim();
    if (command === '') continue;
    try {
      play.run(command);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${file}:${index + 1}: ${command}\n  ${reason}`);
    }
  }
}

/** Plays a transcript file. */
export function playTranscriptFile(path: string): void {
  playTranscript(basename(path), readFileSync(path, 'utf8'));
}

type Groups = Record<string, string | undefined>;

class Transcript {
  private airlines = new Map<string, ToyAirline>();
  private network: Message[] = [];
  private manifests = new Map<string, Manifest>();

  private readonly commands: [RegExp, (groups: Groups) => void][] = [
    [/^members (?<names>.+)$/, ({ names = '' }) => this.setMembers(names.split(' '))],
    [/^buy (?<id>\S+) at (?<at>\S+) seats (?<seats>.+?)(?<held> held)?$/, (groups) => this.buy(groups)],
    [/^deliver all(?: (?<id>\S+))?$/, ({ id }) => this.deliverAll(id)],
    [/^deliver (?<headline>.+)$/, ({ headline }) => this.deliver(this.take(headline))],
    [/^drop (?<headline>.+)$/, ({ headline }) => void this.take(headline)],
    [/^duplicate (?<headline>.+)$/, ({ headline }) => void this.network.push(this.find(headline))],
    [/^time out vote (?<id>\S+) (?<from>\S+)→(?<to>\S+)$/, (groups) => this.timeOut(groups)],
    [/^retry (?<id>\S+) at (?<at>\S+)$/, ({ id = '', at }) => this.send(this.airline(at).retry(id))],
    [
      /^lose patience (?<id>\S+) at (?<at>\S+)$/,
      ({ id = '', at }) => this.send(this.airline(at).losePatience(id)),
    ],
    [/^crash (?<at>\S+?)(?<unsent> before sending)?$/, (groups) => this.crash(groups)],
    [/^restart (?<at>\S+)$/, ({ at }) => this.send(this.airline(at).restart())],
    [/^resend (?<id>\S+) at (?<at>\S+)$/, ({ id = '', at }) => this.send(this.airline(at).announce(id))],
    [/^resolve (?<id>\S+) at (?<at>\S+)$/, ({ id = '', at }) => this.send(this.airline(at).resolve(id))],
    [/^promise (?<ballot>\d+) for (?<id>\S+) at (?<at>\S+)$/, (groups) => this.promise(groups)],
    [
      /^forge (?<kind>\S+) (?<id>\S+) (?<from>\S+)→(?<to>\S+)(?<fields>( \w+=\S+)*)(?: seats (?<seats>.+))?$/,
      (groups) => this.forge(groups),
    ],
    [
      /^expect seat (?<at>\S+):(?<seat>\S+) (?<state>.+)$/,
      ({ at, seat = '', state }) => {
        const claim = this.airline(at).inventory.claims.get(seat);
        equal(claim ? `${claim.state} by ${claim.by}` : 'free', state);
      },
    ],
    [/^expect in flight: (?<list>.+)$/, ({ list = '' }) => this.expectInFlight(list)],
    [
      /^expect alarms at (?<at>\S+): (?<rules>.+)$/,
      ({ at, rules }) => equal(this.airline(at).alarms.join(' + ') || 'none', rules),
    ],
    [
      /^expect vote (?<id>\S+) (?<link>\S+) (?<vote>.+)$/,
      ({ id, link, vote }) => equal(voteOf(this.find(`vote ${id} ${link}`).content), vote),
    ],
    [/^expect (?<id>\S+) at (?<at>\S+) (?<fields>.+)$/, (groups) => this.expectRow(groups)],
  ];

  constructor() {
    this.setMembers(['rumos', 'giro', 'boreal']);
  }

  run(command: string): void {
    const typed = command.replaceAll('->', '→').replace(/\s+/g, ' ');
    const found = this.commands.find(([pattern]) => pattern.test(typed));
    if (!found) throw new Error('no such command');
    const [pattern, act] = found;
    act(pattern.exec(typed)?.groups ?? {});
    this.checkAgreement();
  }

  /** After each command, whatever the story: two airlines never hold two decisions. */
  private checkAgreement(): void {
    for (const id of this.manifests.keys()) {
      const rows = [...this.airlines.values()].flatMap(({ rows }) => rows.get(id) ?? []);
      const decisions = new Set(rows.flatMap(({ decision }) => decision ?? []));
      if (decisions.size > 1) throw new Error(`${id} is committed and aborted`);
    }
  }

  private setMembers(names: string[]): void {
    // An alliance of five exists only here, so its names are not in the closed list of codes.
    const members = names as AirlineCode[];
    this.airlines = new Map(members.map((airline) => [airline, new ToyAirline({ airline, members })]));
  }

  private airline(name = ''): ToyAirline {
    const airline = this.airlines.get(name);
    if (!airline) throw new Error(`no airline ${name}`);
    return airline;
  }

  private manifestOf({ id = '', at, seats = '' }: Groups): Manifest {
    const work: Record<string, string[]> = {};
    for (const item of seats.split(' ')) {
      const [airline = '', seat = ''] = item.split(':');
      work[this.airline(airline).self.airline] = [...(work[airline] ?? []), seat];
    }
    const coordinator = this.airline(at).self;
    const participants = coordinator.members.filter((member) => work[member]);
    return { globalTransactionId: id, coordinator: coordinator.airline, participants, work };
  }

  private buy(groups: Groups): void {
    const manifest = this.manifestOf(groups);
    this.manifests.set(manifest.globalTransactionId, manifest);
    this.send(this.airline(groups.at).buy(manifest, groups.held !== undefined));
  }

  private send(messages: Message[]): void {
    this.network.push(...messages);
  }

  private find(headline = ''): Message {
    const message = this.network.find((candidate) => headlineOf(candidate) === headline);
    if (!message) throw new Error(`not in flight; in flight: ${this.inFlight()}`);
    return message;
  }

  private take(headline = ''): Message {
    const message = this.find(headline);
    this.network.splice(this.network.indexOf(message), 1);
    return message;
  }

  private deliver(message: Message): void {
    const airline = this.airline(message.to);
    if (!airline.isUp) throw new Error(`${message.to} is down: drop it`);
    this.send(airline.receive(message));
  }

  private deliverAll(id: string | undefined): void {
    for (;;) {
      const message = this.network.find((candidate) => !id || candidate.id === id);
      if (!message) return;
      const taken = this.take(headlineOf(message));
      if (this.airline(taken.to).isUp) this.deliver(taken);
    }
  }

  private timeOut({ id = '', from, to }: Groups): void {
    this.send(this.airline(to).count(id, this.airline(from).self.airline, null));
  }

  private crash({ at, unsent }: Groups): void {
    this.airline(at).crash();
    if (unsent) this.network = this.network.filter(({ from }) => from !== at);
  }

  private promise({ ballot, id = '', at }: Groups): void {
    const { rows } = this.airline(at);
    const coordinator = this.manifests.get(id)?.coordinator;
    if (!coordinator) throw new Error(`nobody has bought ${id}`);
    rows.set(id, { ...(rows.get(id) ?? newTransaction(id, coordinator)), promised: Number(ballot) });
  }

  private forge({ kind = '', id = '', from, to, fields = '', seats }: Groups): void {
    const real = this.manifests.get(id);
    const manifest = seats ? this.manifestOf({ id, at: from, seats }) : real;
    if (!manifest) throw new Error(`nobody has bought ${id}: say which seats`);
    if (!real) this.manifests.set(id, manifest);
    const { ballot = '0', value = 'commit', decided = 'false' } = fieldsOf(fields);
    const bound = { manifest, manifestHash: hashOf(manifest) };
    const contents: Record<string, Content> = {
      prepare: { kind: 'prepare', ...bound },
      accept: {
        kind: 'accept',
        globalTransactionId: id,
        coordinator: manifest.coordinator,
        ballot: Number(ballot),
        value: value === 'abort' ? 'abort' : 'commit',
        binding: bound,
        decided: decided === 'true',
      },
      abort: { kind: 'abort' },
    };
    const content = contents[kind];
    if (!content) throw new Error(`cannot forge ${kind}`);
    this.send([{ id, from: this.airline(from).self.airline, to: this.airline(to).self.airline, content }]);
  }

  private inFlight(): string {
    return this.network.map(headlineOf).sort().join(', ') || 'nothing';
  }

  private expectInFlight(list: string): void {
    equal(this.inFlight(), list.split(/, */).sort().join(', '));
  }

  private expectRow({ id = '', at, fields = '' }: Groups): void {
    const row = this.airline(at).rows.get(id);
    if (!row || fields === 'unknown') {
      equal(row ? 'known' : 'unknown', fields);
      return;
    }
    const actual = textOf(row);
    const expected = fieldsOf(fields);
    for (const name of Object.keys(expected)) {
      if (!(name in actual)) throw new Error(`no field ${name}`);
    }
    equal(
      Object.keys(expected)
        .map((name) => `${name}=${actual[name]}`)
        .join(' '),
      fields,
    );
  }
}

function equal(actual: string, expected = ''): void {
  if (actual !== expected) throw new Error(`expected ${expected}\n  but it is ${actual}`);
}

function voteOf(content: Content): string {
  if (content.kind !== 'vote') throw new Error('not a vote');
  return content.vote.kind === 'yes' ? 'yes' : `no ${content.vote.refusal.code}`;
}

function fieldsOf(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .trim()
      .split(' ')
      .filter((field) => field !== '')
      .map((field) => {
        const [name = '', value] = field.split('=');
        if (value === undefined) throw new Error(`${field} is not name=value`);
        return [name, value];
      }),
  );
}

function textOf(row: GlobalTransaction): Record<string, string> {
  return {
    coordinator: row.coordinatorState,
    participant: row.participantState,
    promised: String(row.promised),
    accepted: row.accepted ? `${row.accepted.ballot}:${row.accepted.value}` : 'none',
    decision: row.decision ?? 'none',
    acknowledged: row.acknowledged.join(',') || 'none',
    refusal: row.refusal?.code ?? 'none',
  };
}
