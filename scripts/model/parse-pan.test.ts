import { expect, test } from 'vitest';
import { parsePan } from './parse-pan';

const passed = `
(Spin Version 6.5.2 -- 6 December 2019)

Full statespace search for:
	assertion violations	+
	invalid end states	+

State-vector 104 byte, depth reached 21, errors: 0
  1095713 states, stored
  7781343 states, matched
  8877056 transitions (= stored+matched)

pan: elapsed time 2.73 seconds
pan: rate    401000 states/second
step T1 1
step T7_witness 0
`;

const failed = `pan:1: assertion violated !((a&&b)) (at depth 13)
pan: wrote commit-protocol.pml.trail

Warning: Search not completed

Full statespace search for:

State-vector 104 byte, depth reached 17, errors: 1
   288384 states, stored
pan: elapsed time 0.1 seconds
`;

test('a complete search gives its numbers and its steps', () => {
  const search = parsePan(passed);
  expect(search).toMatchObject({ states: 1_095_713, depth: 21, errors: 0, seconds: 2.73, isComplete: true });
  expect(search.steps).toEqual(
    new Map([
      ['T1', 1],
      ['T7_witness', 0],
    ]),
  );
});

test('an error is told by its assertion', () => {
  expect(parsePan(failed)).toMatchObject({
    errors: 1,
    isComplete: false,
    violation: 'assertion violated !((a&&b))',
  });
});

test.each([
  'error: max search depth too small',
  'pan: reached -DMEMLIM bound\npan: out of memory',
  'Warning: Search not completed',
])('a search that was cut short is not complete: %s', (complaint) => {
  expect(parsePan(`${complaint}\n${passed}`).isComplete).toBe(false);
});

test('what is no output of pan is refused', () => {
  expect(() => parsePan('sh: pan: not found')).toThrow('no summary');
});
