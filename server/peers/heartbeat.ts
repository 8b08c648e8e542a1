import type { Clock } from '@/server/clock';
import type { AirlineCode } from '@/server/domain/airline-code';
import type { Ids } from '@/server/ids';
import type { Log } from '@/server/log';
import type { LogPosition } from '@/server/replication/version-vector';
import { type Hello, isProtocolUnderstood } from './hello';
import type { PeerState, PeerStatus } from './peers';

/** One beat a second costs nothing and is noticed missing within the time a person waits for a page. */
const beatMs = 1_000;
/** Up to 10 % either way, so that three airlines started together do not beat together. */
const jitterMs = 100;
/** Two beats lost could be chance. */
const suspectAfterMs = 3_000;
const offlineAfterMs = 5_000;

export type HeartbeatParts = {
  peers: readonly AirlineCode[];
  /** Asks one peer; its answer is the beat, a rejection is silence. */
  sayHello(peer: AirlineCode): Promise<Hello>;
  clock: Clock;
  ids: Ids;
  log: Log;
};

export type Heartbeat = {
  start(): void;
  stop(): void;
  /** One beat for one peer, started and finished; the timers call it, tests too. Never rejects. */
  beat(peer: AirlineCode): Promise<void>;
  /** Notes that this peer answered a call of ours; only that proves that we reach it. */
  heard(peer: AirlineCode): void;
  statusOf(peer: AirlineCode): PeerStatus;
};

type Pulse = {
  lastHeardAt: Date | null;
  logHead: LogPosition | null;
  /** The last state that was logged. */
  logged: PeerState;
  /** Why the latest beat failed. */
  silence: string | null;
  timer: NodeJS.Timeout | null;
};

/** Watches the peers. A peer never heard is offline; times are this process's clock only. */
export function createHeartbeat({ peers, sayHello, clock, ids, log }: HeartbeatParts): Heartbeat {
  const pulses = new Map<AirlineCode, Pulse>(peers.map((peer) => [peer, newPulse()]));

  function pulseOf(peer: AirlineCode): Pulse {
    const pulse = pulses.get(peer);
    if (!pulse) throw new Error(`${peer} is no peer of this airline`);
    return pulse;
  }

  function logTransition(peer: AirlineCode, pulse: Pulse): void {
    const state = stateAfter(pulse.lastHeardAt, clock.now());
    if (state === pulse.logged) return;
    pulse.logged = state;
    const reason = state === 'live' ? undefined : pulse.silence;
    log(state === 'live' ? 'info' : 'warn', `peer ${state}`, {
      peer,
      lastHeardAt: pulse.lastHeardAt,
      reason,
    });
  }

  function heard(peer: AirlineCode): void {
    const pulse = pulseOf(peer);
    pulse.lastHeardAt = clock.now();
    pulse.silence = null;
    logTransition(peer, pulse);
  }

  async function beat(peer: AirlineCode): Promise<void> {
    const pulse = pulseOf(peer);
    forgetFuture(pulse, clock.now());
    try {
      pulse.logHead = understood(await sayHello(peer), peer).logHead;
      heard(peer);
    } catch (cause) {
      pulse.silence = cause instanceof Error ? cause.message : String(cause);
      logTransition(peer, pulse);
    }
  }

  function beatAndAgain(peer: AirlineCode, pulse: Pulse): void {
    pulse.timer = setTimeout(
      () => beatAndAgain(peer, pulse),
      beatMs - jitterMs + ids.randomIndex(2 * jitterMs),
    );
    pulse.timer.unref();
    // Not awaited: a peer that takes the whole time limit to answer must not make the beats rarer.
    void beat(peer);
  }

  return {
    start() {
      for (const [peer, pulse] of pulses) if (!pulse.timer) beatAndAgain(peer, pulse);
    },
    stop() {
      for (const pulse of pulses.values()) stopPulse(pulse);
    },
    beat,
    heard,
    statusOf(peer) {
      const { lastHeardAt, logHead } = pulseOf(peer);
      return { state: stateAfter(lastHeardAt, clock.now()), lastHeardAt, logHead };
    },
  };
}

function newPulse(): Pulse {
  return { lastHeardAt: null, logHead: null, logged: 'offline', silence: null, timer: null };
}

function stopPulse(pulse: Pulse): void {
  if (pulse.timer) clearTimeout(pulse.timer);
  pulse.timer = null;
}

function stateAfter(lastHeardAt: Date | null, now: Date): PeerState {
  const silentMs = lastHeardAt ? now.getTime() - lastHeardAt.getTime() : Number.POSITIVE_INFINITY;
  if (silentMs >= offlineAfterMs) return 'offline';
  return silentMs >= suspectAfterMs ? 'suspect' : 'live';
}

/** After the clock was set back, an answer "in the future" would keep a dead peer live for as long as the step. */
function forgetFuture(pulse: Pulse, now: Date): void {
  if (pulse.lastHeardAt && pulse.lastHeardAt > now) pulse.lastHeardAt = now;
}

function understood(hello: Hello, peer: AirlineCode): Hello {
  if (hello.airline !== peer) throw new Error(`${hello.airline} answered in the place of ${peer}`);
  if (isProtocolUnderstood(hello.protocolVersion)) return hello;
  throw new Error(`speaks protocol version ${hello.protocolVersion}`);
}
