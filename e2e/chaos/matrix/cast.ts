import { type AirlineCode, airlines, othersThan } from '../../api/airlines';
import type { Random } from '../random';
import { type Cell, isRecovery, type Story } from './cells';

/** Who plays what in one cell. */
export type Cast = {
  coordinator: AirlineCode;
  /** In canonical order. */
  participants: AirlineCode[];
  /** The first of them to reach the place is struck: one, but for those who may do a recovery. */
  candidates: AirlineCode[];
  /** Whose seat is sold already. */
  refuser: AirlineCode | null;
};

/** Chooses airlines with whom the cell's step comes to pass at its role. */
export function castFor(cell: Pick<Cell, 'role' | 'story' | 'step'>, random: Random): Cast {
  const { role, story } = cell;
  if (story === 'refusal') return castRefusal(role, random);
  if (isRecovery(cell)) return castRecovery(cell, random);
  const coordinator = coordinatorOf(story, random);
  if (role === 'witness') {
    const [participant, witness] = random.shuffled(othersThan(coordinator));
    return cast({ coordinator, participants: [coordinator, participant], candidates: [witness] });
  }
  const participants = participantsOf(coordinator, { story, random });
  if (role === 'coordinator') return cast({ coordinator, participants, candidates: [coordinator] });
  return cast({
    coordinator,
    participants,
    candidates: [random.pick(participants.filter((code) => code !== coordinator))],
  });
}

function coordinatorOf(story: Story, random: Random): AirlineCode {
  return random.pick(story === 'own-turn-later' ? airlines.slice(1) : airlines);
}

/** All three, the coordinator with one other, or the two others without it. */
function participantsOf(
  coordinator: AirlineCode,
  { story, random }: { story: Story; random: Random },
): AirlineCode[] {
  const others = othersThan(coordinator);
  if (story === 'own-turn-later') {
    const earlier = airlines.slice(0, airlines.indexOf(coordinator));
    return random.chance(0.5) ? [...airlines] : [random.pick(earlier), coordinator];
  }
  return random.pick([[...airlines], [coordinator, random.pick(others)], others]);
}

/** The last airline refuses; whoever is asked before it is prepared by then. */
function castRefusal(role: Cell['role'], random: Random): Cast {
  const [first, second, refuser] = airlines;
  const coordinator = random.pick([first, second]);
  const participant = coordinator === first ? second : first;
  return {
    ...cast({
      coordinator,
      participants: [...airlines],
      candidates: [role === 'coordinator' ? coordinator : participant],
    }),
    refuser,
  };
}

/**
 * Both who outlive the coordinator resolve and answer, whoever is first. Only who has not heard can learn, and only the
 * later one can be meant by an acceptor's promise, since a resolver promises to itself first.
 */
function castRecovery({ role, story, step }: Pick<Cell, 'role' | 'story' | 'step'>, random: Random): Cast {
  const coordinator = random.pick(airlines);
  const [first, second] = othersThan(coordinator);
  const isOrdinary = story === 'recovery' && !(role === 'acceptor' && step === 'promise');
  const one = story === 'late-news' ? first : second;
  const candidates = isOrdinary ? [first, second] : [one];
  return cast({ coordinator, participants: [...airlines], candidates });
}

type Roles = {
  coordinator: AirlineCode;
  participants: (AirlineCode | undefined)[];
  candidates: (AirlineCode | undefined)[];
};

function cast({ coordinator, participants, candidates }: Roles): Cast {
  const inOrder = airlines.filter((code) => participants.includes(code));
  return {
    coordinator,
    participants: inOrder,
    candidates: airlines.filter((code) => candidates.includes(code)),
    refuser: null,
  };
}
