import { expect, test } from 'vitest';
import { judge } from './judge';
import type { Search } from './parse-pan';
import type { Plan } from './searches';

const correct: Plan = { participants: 'AB', ballots: 3, mutant: null };
const mutant: Plan = { participants: 'ABC', ballots: 2, mutant: 'AMNESIA' };

function found(overrides: Partial<Search> = {}): Search {
  const steps = new Map([['T1', 1]]);
  return {
    states: 9,
    depth: 3,
    errors: 0,
    seconds: 0,
    isComplete: true,
    violation: null,
    steps,
    ...overrides,
  };
}

test('a complete search without errors holds', () => {
  expect(judge(correct, found())).toBeNull();
});

test('an error, a search cut short and a step never taken are faults', () => {
  expect(judge(correct, found({ errors: 1, violation: 'assertion violated' }))).toBe('assertion violated');
  expect(judge(correct, found({ isComplete: false }))).toBe('incomplete search');
  expect(judge(correct, found({ steps: new Map([['T9_highest', 0]]) }))).toBe('never reached: T9_highest');
  expect(judge(correct, found({ steps: new Map() }))).toBe('no steps counted');
});

test('a step that these participants make impossible may be missing', () => {
  const withoutWitness: Plan = { ...correct, participants: 'ABC' };
  expect(judge(withoutWitness, found({ steps: new Map([['T7_witness', 0]]) }))).toBeNull();
});

test('a mutant must bring an error', () => {
  expect(judge(mutant, found({ errors: 1 }))).toBeNull();
  expect(judge(mutant, found())).toBe('SURVIVED');
});
