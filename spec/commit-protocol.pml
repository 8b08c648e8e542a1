/*
 * 2PC-M: one global transaction at three airlines A, B and C. A coordinates; all three are acceptors.
 * The steps are those of docs/protocol.md, by the same names. What is left out, and why it may be, is in README.md.
 *
 *   -DPARTICIPANTS=7   whose seats are bought, as bits: 7 = A, B, C; 3 = A, B; 2 = B; 6 = B, C
 *   -DBALLOTS=3        how many recovery ballots may begin
 *   -DMUTANT_x         one known mistake; the search must find what it breaks
 *   -DWITHOUT_GUARDS   a row's ballots may go back
 *
 * Every `d_step` is one local tx or one delivery, and ends with `check()`. A process is only a way to let everything
 * happen in any order: A, B, C, and one per recovery ballot. Messages are bits that are set and never cleared, so each
 * may be late, repeated, overtaken, or never arrive.
 */
#ifndef PARTICIPANTS
#define PARTICIPANTS 7
#endif
#ifndef BALLOTS
#define BALLOTS 3
#endif

#define A 0
#define B 1
#define C 2
#define isParticipant(j) ((PARTICIPANTS >> (j)) & 1)

#define NONE 0

/* decisions, and values of ballots */
#define COMMIT 1
#define ABORT 2

/* coordinator_state */
#define PREPARING 1
#define COMMITTING 2
#define DONE 3

/* participant_state */
#define PREPARED 1
#define REFUSED 2
#define SOLD 3
#define FREED 4

/* Durable: the row of each airline. */
byte coordinatorState;
byte participantState[3];
byte promised[3];
byte acceptedBallot[3];
byte acceptedValue[3];
byte decision[3];

/* Volatile: lost in a crash. */
bit coordinating;       /* A's driver is in memory and remembers who voted */
#define UNUSED 0
#define ASKING 1        /* its owner gathers promises */
#define OVER 2          /* it has proposed, or its owner has crashed */
byte phase[BALLOTS + 1];
byte owner[BALLOTS + 1];

/* The network: what was sent stays receivable for ever. PREPARE is out once A is preparing, ABORT once A decided it. */
bit yes[3];                 /* a participant's vote */
bit acceptSent;             /* M2 = ACCEPT(0, commit) */
bit acknowledged;           /* somebody's ACK of M2 */
byte reply[BALLOTS * 3 + 3];    /* a peer's promise to a ballot, see replyOf */
byte proposal[BALLOTS + 1];     /* ACCEPT(b, value) */

/* What the customer has been told, and a witness of every sale. */
byte told;
bit hasBeenSold[3];

#ifdef MUTANT_ID_REUSED
bit content;            /* what A means by the id; everybody else keeps what it first heard */
bit preparedContent[3];
#endif
#ifdef MUTANT_AMNESIA
bit hasForgotten;
#endif

#define replyAt(b, j) reply[(b) * 3 + (j)]
/* A reply: 0 = none yet, 1 = promised with nothing accepted, else the accepted ballot and value, or a decision. */
#define NOTHING_ACCEPTED 1
#define KNOWN 200
#define replyOf(j) \
  (decision[j] != NONE -> KNOWN + decision[j] : \
    (acceptedValue[j] == NONE -> NOTHING_ACCEPTED : 4 * acceptedBallot[j] + 1 + acceptedValue[j]))
#define ballotIn(word) (((word) - 1) / 4)
#define valueIn(word) (((word) - 1) % 4)

#define hasRow(j) \
  ((j) == A -> coordinatorState != NONE : \
    participantState[j] != NONE || promised[j] > 0 || acceptedValue[j] != NONE || decision[j] != NONE)
#define hasVoted(j) (!isParticipant(j) || yes[j])
#define allVoted (hasVoted(A) && hasVoted(B) && hasVoted(C))
#define isDecided(v) (decision[A] == (v) || decision[B] == (v) || decision[C] == (v))

/* How often each step was taken. Counted outside the state and printed at the end: a search that misses one is void. */
c_decl {
  enum {
    T1, T2_yes, T2_no, T2_late, T_own, Tabort, T3, T3_too_late, T4, T4_again, T4_refused, T5, T6_commit, T6_abort,
    abort_first, abort_prepared, T7_coordinator, T7_participant, T7_witness, T8_empty, T8_accepted, T8_decided,
    T8_new_row, T9_abort, T9_commit, T9_known, T9_highest, T9_refused, T10_commit, T10_abort, T10_refused,
    crash_coordinating, crash_asking, round_status, round_gives_up, round_resends, round_ballot_commit,
    round_ballot_abort, stepsToCover
  };
  static const char *stepNames[] = {
    "T1", "T2_yes", "T2_no", "T2_late", "T_own", "Tabort", "T3", "T3_too_late", "T4", "T4_again", "T4_refused", "T5",
    "T6_commit", "T6_abort", "abort_first", "abort_prepared", "T7_coordinator", "T7_participant", "T7_witness",
    "T8_empty", "T8_accepted", "T8_decided", "T8_new_row", "T9_abort", "T9_commit", "T9_known", "T9_highest",
    "T9_refused", "T10_commit", "T10_abort", "T10_refused", "crash_coordinating", "crash_asking", "round_status",
    "round_gives_up", "round_resends", "round_ballot_commit", "round_ballot_abort"
  };
  static unsigned long stepCount[stepsToCover];
  static void printSteps(void) {
    for (int s = 0; s < stepsToCover; s++) printf("step %s %lu\n", stepNames[s], stepCount[s]);
  }
}
#define covers(s) c_code { stepCount[s]++; }

/* Scratch of one d_step, no part of the state. */
hidden byte best; hidden byte value; hidden byte own; hidden byte word; hidden byte r; hidden byte s; hidden byte lost;
hidden byte k;

/* ---- What the database enforces ------------------------------------------------------------------------------- */

/* A mutant is searched without the database's guards: what it breaks must be a promise to somebody. */
#ifdef WITHOUT_GUARDS
#define guard(rule) skip
#else
#define guard(rule) assert(rule)
#endif

inline promise(j, b) { guard(promised[j] <= b); promised[j] = b }

inline accept(j, b, v) {
  guard(acceptedValue[j] == NONE || acceptedBallot[j] < b || (acceptedBallot[j] == b && acceptedValue[j] == v));
  acceptedBallot[j] = b; acceptedValue[j] = v
}

/* The decision is written once, and the seats follow it in the same tx. A sale without a vote is the alarm. */
inline decide(j, v) {
  assert(decision[j] == NONE);
  decision[j] = v;
  if
  :: v == COMMIT && isParticipant(j) ->
    assert(participantState[j] == PREPARED && !hasBeenSold[j]);
#ifdef MUTANT_ID_REUSED
    assert(preparedContent[j] == content);
#endif
    participantState[j] = SOLD; hasBeenSold[j] = 1
  :: v == ABORT && (participantState[j] == PREPARED || (isParticipant(j) && j != A && participantState[j] == NONE)) ->
    participantState[j] = FREED
  :: else
  fi;
  if
  :: j == A -> assert(told == NONE || told == v); coordinatorState = DONE; coordinating = 0; told = v
  :: else
  fi
}

/* ---- What must hold in every state ----------------------------------------------------------------------------- */

inline checkSafety() {
  /* One decision everywhere, and the customer hears no other. */
  assert(!(isDecided(COMMIT) && isDecided(ABORT)));
  assert(told == NONE || isDecided(told));
  /* Nothing is sold unless all participants voted yes. */
  assert(!isDecided(COMMIT) || allVoted);
  checkSeats(A); checkSeats(B); checkSeats(C)
}

/* A seat is sold or freed by a decision, and claimed as long as there is none. */
inline checkSeats(j) {
  assert(participantState[j] != SOLD || decision[j] == COMMIT);
  assert((participantState[j] != FREED && participantState[j] != REFUSED) || decision[j] == ABORT);
  assert(participantState[j] != PREPARED || (decision[j] == NONE && yes[j]))
}

/* ---- T9: what a ballot may propose ------------------------------------------------------------------------------ */

#ifdef MUTANT_LOWEST_BALLOT
#define isBetter(w) (best == 0 || ballotIn(w) + 1 < best)
#else
#define isBetter(w) (ballotIn(w) + 1 > best)
#endif
inline consider(w) {
  if
  :: w >= KNOWN -> best = KNOWN; value = w - KNOWN
  :: w < KNOWN && w > NOTHING_ACCEPTED && best < KNOWN && isBetter(w) -> best = ballotIn(w) + 1; value = valueIn(w)
  :: else
  fi
}

/* Among what a majority has said, R included: a decision, else the value accepted at the highest ballot, else abort. */
inline choose(owned, first, second) {
  best = 0; value = ABORT;
#ifndef MUTANT_IGNORES_ACCEPTED
  consider(owned); consider(first); consider(second)
#endif
}

/* ---- Liveness: lose any airline here, for ever, and one round by either survivor decides ------------------------ */

#define TOP (BALLOTS + 1)

hidden byte savedCoordinator; hidden byte savedTold; hidden byte savedParticipant[3]; hidden byte savedPromised[3];
hidden byte savedBallot[3]; hidden byte savedValue[3]; hidden byte savedDecision[3]; hidden byte savedSold[3];
hidden byte savedCoordinating; hidden byte savedAcknowledged;

inline saveRow(j) {
  savedParticipant[j] = participantState[j]; savedPromised[j] = promised[j]; savedBallot[j] = acceptedBallot[j];
  savedValue[j] = acceptedValue[j]; savedDecision[j] = decision[j]; savedSold[j] = hasBeenSold[j]
}

inline restoreRow(j) {
  participantState[j] = savedParticipant[j]; promised[j] = savedPromised[j]; acceptedBallot[j] = savedBallot[j];
  acceptedValue[j] = savedValue[j]; decision[j] = savedDecision[j]; hasBeenSold[j] = savedSold[j]
}

/* R's round with only S to answer: STATUS; at the coordinator Tabort or M2 again; else a ballot above all others. */
inline resolveWith() {
  if
  :: decision[s] != NONE -> covers(round_status); decide(r, decision[s])
  :: decision[s] == NONE && r == A && coordinatorState == PREPARING ->
    covers(round_gives_up); decide(A, ABORT);
    if
    :: isParticipant(s) -> decide(s, ABORT)
    :: else
    fi
  :: decision[s] == NONE && r == A && coordinatorState == COMMITTING && promised[s] == 0 ->
    covers(round_resends); accept(s, 0, COMMIT); decide(s, COMMIT); decide(A, COMMIT)
  :: else ->
    promise(r, TOP); promise(s, TOP);
    own = replyOf(r); word = replyOf(s); choose(own, word, 0);
    accept(r, TOP, value); accept(s, TOP, value); decide(s, value); decide(r, value);
    if
    :: value == COMMIT -> covers(round_ballot_commit)
    :: else -> covers(round_ballot_abort)
    fi
  fi;
  assert(decision[r] != NONE && participantState[s] != PREPARED);
  checkSafety()
}

inline checkLiveness() {
  savedCoordinator = coordinatorState; savedTold = told; savedCoordinating = coordinating;
  saveRow(A); saveRow(B); saveRow(C);
  r = 0;
  do
  :: r < 3 ->
    lost = 1;
    do
    :: lost < 3 ->
      s = (r + 3 - lost) % 3;
      if
      :: hasRow(r) && decision[r] == NONE ->
        resolveWith();
        coordinatorState = savedCoordinator; told = savedTold; coordinating = savedCoordinating;
        restoreRow(A); restoreRow(B); restoreRow(C)
      :: else
      fi;
      lost++
    :: else -> break
    od;
    r++
  :: else -> break
  od;
  r = 0; s = 0; lost = 0; own = 0; word = 0; value = 0; best = 0
}

inline check() { checkSafety(); checkLiveness() }

/* ---- Steps that every airline takes ------------------------------------------------------------------------------ */

/* T6: a decision seen elsewhere. */
inline learns(j) {
  d_step { hasRow(j) && decision[j] == NONE && (isDecided(COMMIT) || isDecided(ABORT)) ->
    printf("T6 at %d\n", j);
    if
    :: isDecided(COMMIT) -> covers(T6_commit); decide(j, COMMIT)
    :: else -> covers(T6_abort); decide(j, ABORT)
    fi;
    check() }
}

#define isAsking(b, j) (phase[b] == ASKING && owner[b] == (j))
#if BALLOTS == 1
#define hasBallot(j) isAsking(1, j)
#elif BALLOTS == 2
#define hasBallot(j) (isAsking(1, j) || isAsking(2, j))
#elif BALLOTS == 3
#define hasBallot(j) (isAsking(1, j) || isAsking(2, j) || isAsking(3, j))
#else
#define hasBallot(j) (isAsking(1, j) || isAsking(2, j) || isAsking(3, j) || isAsking(4, j))
#endif

/* A crash and the restart: the row is still there, the driver and the promises gathered are not. */
inline crashes(j) {
  d_step { (j == A && coordinating) || hasBallot(j) ->
    printf("%d crashes\n", j);
    if
    :: j == A && coordinating -> covers(crash_coordinating); coordinating = 0
    :: else -> covers(crash_asking)
    fi;
    k = 1;
    do
    :: k <= BALLOTS ->
      if
      :: phase[k] == ASKING && owner[k] == j -> endBallot(k); owner[k] = A
      :: else
      fi;
      k++
    :: else -> break
    od;
    k = 0; check() }
}

/* Nobody reads what was promised to a ballot that is over. */
inline endBallot(b) { phase[b] = OVER; replyAt(b, A) = 0; replyAt(b, B) = 0; replyAt(b, C) = 0 }

#if defined(MUTANT_ROW_DELETED) || defined(MUTANT_AMNESIA)
inline forget(j) {
  participantState[j] = NONE; promised[j] = 0; acceptedBallot[j] = 0; acceptedValue[j] = NONE; decision[j] = NONE
}
#endif

/* ---- A, the coordinator ----------------------------------------------------------------------------------------- */

#ifdef MUTANT_STALE_COORDINATOR
#define mayCommit 1
#else
#define mayCommit (promised[A] == 0)
#endif
#ifdef MUTANT_DISCONNECT_CANCELS
#define mayGiveUp (coordinatorState == PREPARING || (coordinatorState == COMMITTING && told == NONE))
#else
#define mayGiveUp (coordinatorState == PREPARING)
#endif

active proctype coordinator() {
end:
  do
  /* T1: the customer buys. A's own seats are taken at once, or in their turn, or not at all. */
  :: d_step { coordinatorState == NONE ->
      printf("T1 at A\n"); covers(T1); c_code { atexit(printSteps); }
      coordinatorState = PREPARING; coordinating = 1; check() }
  :: d_step { coordinating && coordinatorState == PREPARING && isParticipant(A) && participantState[A] == NONE &&
        promised[A] == 0 ->
      printf("A prepares its own seats\n"); covers(T_own);
      participantState[A] = PREPARED; yes[A] = 1; check() }
  /* Tabort: a no, silence, time over, restart, or a promise made. Any time before T3. */
  :: d_step { mayGiveUp ->
      printf("Tabort at A\n"); covers(Tabort);
      decide(A, ABORT); check() }
  :: d_step { coordinating && coordinatorState == PREPARING && allVoted && mayCommit ->
      printf("T3 at A\n"); covers(T3);
      coordinatorState = COMMITTING; coordinating = 0; accept(A, 0, COMMIT); acceptSent = 1;
#ifdef MUTANT_TOLD_AFTER_T3
      told = COMMIT;
#endif
#ifdef MUTANT_COMMIT_ERROR_IS_FAILURE
      told = ABORT;
#endif
      check() }
  :: d_step { coordinating && coordinatorState == PREPARING && allVoted && !mayCommit ->
      printf("T3 at A comes too late\n"); covers(T3_too_late);
      decide(A, ABORT); check() }
#ifdef MUTANT_SENDS_BEFORE_DURABLE
  :: d_step { coordinating && coordinatorState == PREPARING && allVoted && !acceptSent ->
      printf("A sends M2 before T3 is stored\n"); acceptSent = 1 }
#endif
  :: d_step { coordinatorState == COMMITTING && acknowledged ->
      printf("T5 at A\n"); covers(T5);
      /* A may by now have accepted abort at a ballot that was overtaken: the ACK is of the decision. */
      decide(A, COMMIT); check() }
  :: learns(A)
  :: crashes(A)
#ifdef MUTANT_ID_REUSED
  :: d_step { coordinatorState == DONE && decision[A] == ABORT && content == 0 ->
      printf("A uses the id for something else\n");
      coordinatorState = PREPARING; coordinating = 1; content = 1; told = NONE; decision[A] = NONE;
      participantState[A] = NONE; promised[A] = 0; acceptedValue[A] = NONE; acceptedBallot[A] = 0 }
#endif
  od
}

/* ---- B and C: participants or witnesses -------------------------------------------------------------------------- */

#ifdef MUTANT_LATE_PREPARE
#define mayPrepare(j) (participantState[j] == NONE || participantState[j] == FREED)
#else
#define mayPrepare(j) (participantState[j] == NONE && promised[j] == 0 && decision[j] == NONE)
#endif
#ifdef MUTANT_ACCEPTS_AFTER_PROMISE
#define mayAcceptFirst(j) 1
#else
#define mayAcceptFirst(j) (promised[j] == 0)
#endif

active [2] proctype other() {
  byte j = _pid;
end:
  do
  /* T2 */
  :: d_step { coordinatorState != NONE && isParticipant(j) && mayPrepare(j) ->
      printf("T2 at %d: yes\n", j); covers(T2_yes);
#ifndef MUTANT_YES_BEFORE_DURABLE
      participantState[j] = PREPARED;
#endif
#ifdef MUTANT_ID_REUSED
      preparedContent[j] = content;
#endif
      yes[j] = 1; check() }
  :: d_step { coordinatorState != NONE && isParticipant(j) && mayPrepare(j) && !yes[j] ->
      printf("T2 at %d: no\n", j); covers(T2_no);
      participantState[j] = REFUSED; decision[j] = ABORT; check() }
  :: d_step { isParticipant(j) && participantState[j] != PREPARED && !mayPrepare(j) && coordinatorState != NONE ->
      covers(T2_late) }
  /* T4 */
  :: d_step { acceptSent && decision[j] == NONE && mayAcceptFirst(j) ->
      printf("T4 at %d\n", j); covers(T4);
#ifndef MUTANT_ACK_BEFORE_DURABLE
      accept(j, 0, COMMIT); decide(j, COMMIT);
#endif
      acknowledged = 1; check() }
  :: d_step { acceptSent && decision[j] == COMMIT ->
      covers(T4_again);
      acknowledged = 1; check() }
  :: d_step { acceptSent && (decision[j] == ABORT || (decision[j] == NONE && !mayAcceptFirst(j))) ->
      covers(T4_refused) }
  /* ABORT, before or after PREPARE */
  :: d_step { decision[A] == ABORT && isParticipant(j) && decision[j] == NONE ->
      printf("ABORT at %d\n", j);
      if
      :: participantState[j] == PREPARED -> covers(abort_prepared)
      :: else -> covers(abort_first)
      fi;
      decide(j, ABORT); check() }
  :: learns(j)
  :: crashes(j)
#ifdef MUTANT_PARTICIPANT_TIMES_OUT
  :: d_step { participantState[j] == PREPARED ->
      printf("%d aborts alone\n", j); decide(j, ABORT); check() }
#endif
#ifdef MUTANT_SWEEPER_FREES_PREPARED
  :: d_step { participantState[j] == PREPARED -> printf("%d sweeps\n", j); participantState[j] = FREED; check() }
#endif
#ifdef MUTANT_UNKNOWN_IS_ABORT
  :: d_step { hasRow(j) && decision[j] == NONE && !hasRow(3 - j) ->
      printf("%d takes unknown for abort\n", j); decide(j, ABORT); check() }
#endif
#ifdef MUTANT_ROW_DELETED
  :: d_step { decision[A] != NONE && decision[B] != NONE && decision[C] != NONE ->
      printf("%d deletes its row\n", j); forget(j) }
#endif
#ifdef MUTANT_AMNESIA
  :: d_step { hasRow(j) && !hasForgotten ->
      printf("%d is restored from an old backup\n", j);
      hasForgotten = 1; forget(j); hasBeenSold[j] = 0; check() }
#endif
  od
}

/* ---- The recovery ballots, each on its way ----------------------------------------------------------------------- */


/* T7: R begins ballot b, above all that it has promised. Ballots need not begin in their order. */
inline begins(b, j) {
  d_step { phase[b] == UNUSED && hasRow(j) && decision[j] == NONE && promised[j] < b ->
    printf("T7 at %d, ballot %d\n", j, b);
    if
    :: j == A -> covers(T7_coordinator)
    :: j != A && isParticipant(j) -> covers(T7_participant)
    :: else -> covers(T7_witness)
    fi;
    phase[b] = ASKING; owner[b] = j; promise(j, b); check() }
}

/* T8: a peer promises, and says what it has accepted. Without a row it makes one. */
inline promises(b, j) {
  d_step { phase[b] != UNUSED && promised[j] < b && (phase[b] != ASKING || owner[b] != j) &&
      coordinatorState != NONE ->
    printf("T8 at %d, ballot %d\n", j, b);
    word = replyOf(j);
    if
    :: word >= KNOWN -> covers(T8_decided)
    :: word < KNOWN && word > NOTHING_ACCEPTED -> covers(T8_accepted)
    :: word == NOTHING_ACCEPTED && hasRow(j) -> covers(T8_empty)
    :: else -> covers(T8_new_row)
    fi;
    if
    :: phase[b] == ASKING -> replyAt(b, j) = word
    :: else
    fi;
    promise(j, b); check() }
}

/* T9: with a majority of promises, R's own among them, R accepts the value and sends it. */
#ifdef MUTANT_STALE_PROPOSER
#define stillPromised(b) 1
#else
#define stillPromised(b) (promised[owner[b]] == b)
#endif
inline proposes(b, first, second) {
  d_step { phase[b] == ASKING && stillPromised(b) && first != 0 && second != 0 ->
    r = owner[b]; own = replyOf(r);
    choose(own, first, second);
    printf("T9 at %d, ballot %d, value %d\n", r, b, value);
    if
    :: best == 0 -> covers(T9_abort)
    :: best == KNOWN -> covers(T9_known)
    :: best > 1 && best < KNOWN -> covers(T9_highest)
    :: else -> covers(T9_commit)
    fi;
    accept(r, b, value); proposal[b] = value; endBallot(b); check() }
}

/* T10: a peer accepts; with R's acceptance that is a majority of three, hence the decision. */
#ifdef MUTANT_FORGETS_PROMISE
#define mayAccept(j, b) 1
#define promiseAgain(j, b)
#else
#define mayAccept(j, b) (promised[j] <= b)
#define promiseAgain(j, b) promise(j, b)
#endif
inline accepts(b, j) {
  d_step { proposal[b] != NONE && owner[b] != j && decision[j] == NONE && mayAccept(j, b) ->
    printf("T10 at %d, ballot %d, value %d\n", j, b, proposal[b]);
    if
    :: proposal[b] == COMMIT -> covers(T10_commit)
    :: else -> covers(T10_abort)
    fi;
    promiseAgain(j, b); accept(j, b, proposal[b]); decide(j, proposal[b]); check() }
}

active [BALLOTS] proctype ballot() {
  byte b = _pid - 2;
end:
  do
  :: begins(b, A)
  :: begins(b, B)
  :: begins(b, C)
  :: promises(b, A)
  :: promises(b, B)
  :: promises(b, C)
  :: proposes(b, replyAt(b, (owner[b] + 1) % 3), 1)
  :: proposes(b, 1, replyAt(b, (owner[b] + 2) % 3))
  :: proposes(b, replyAt(b, (owner[b] + 1) % 3), replyAt(b, (owner[b] + 2) % 3))
#ifdef MUTANT_ONE_PROMISE
  :: proposes(b, 1, 1)
#endif
  :: d_step { phase[b] == ASKING && promised[owner[b]] > b ->
      printf("T9 at %d, ballot %d is refused\n", owner[b], b); covers(T9_refused);
      endBallot(b); owner[b] = A }
  :: accepts(b, A)
  :: accepts(b, B)
  :: accepts(b, C)
  :: d_step { proposal[b] != NONE && decision[(owner[b] + 1) % 3] == NONE && promised[(owner[b] + 1) % 3] > b ->
      covers(T10_refused) }
  od
}
