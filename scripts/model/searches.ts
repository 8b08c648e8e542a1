/** One search: whose seats are bought, how many recovery ballots may begin, and the mistake that is built in. */
export type Plan = { participants: string; ballots: number; mutant: string | null };

const bits = new Map([
  ['A', 1],
  ['B', 2],
  ['C', 4],
]);

/** The preprocessor's definitions for spin. */
export function definitionsOf({ participants, ballots, mutant }: Plan): string[] {
  const mask = [...participants].reduce((sum, airline) => sum + (bits.get(airline) ?? 0), 0);
  const mistake = mutant === null ? [] : ['-DWITHOUT_GUARDS', `-DMUTANT_${mutant}`];
  return [`-DPARTICIPANTS=${mask}`, `-DBALLOTS=${ballots}`, ...mistake];
}

/** A coordinates in all of them; where it is not among the participants it only runs the transaction. */
export function correctPlans(ballots: number): Plan[] {
  return ['ABC', 'AB', 'B', 'BC'].map((participants) => ({ participants, ballots, mutant: null }));
}

/** The mistakes of the model's text, each searched where two ballots suffice to bring it out. */
export function mutantPlans(model: string): Plan[] {
  const names = [...model.matchAll(/MUTANT_([A-Z][A-Z_0-9]*)/g)].map(([, name = '']) => name);
  return [...new Set(names)].sort().map((mutant) => ({ participants: 'ABC', ballots: 2, mutant }));
}

/** Steps that cannot happen with these participants; every other step must have been taken. */
export function impossibleSteps({ participants }: Plan): string[] {
  const withoutOwnSeats = participants.includes('A') ? [] : ['T_own'];
  const withoutWitness = participants.includes('B') && participants.includes('C') ? ['T7_witness'] : [];
  return [...withoutOwnSeats, ...withoutWitness];
}
