import { describe, expect, it } from 'vitest';
import { airlines } from '../../api/airlines';
import { createRandom } from '../random';
import { castFor } from './cast';
import { allCells, nameOf } from './cells';

const seeds = Array.from({ length: 40 }, (_, seed) => seed);

describe.each(allCells().map((cell) => [nameOf(cell), cell] as const))('the cast of %s', (_, cell) => {
  const casts = seeds.map((seed) => castFor(cell, createRandom(seed)));

  it('strikes whoever plays the role', () => {
    for (const { coordinator, participants, candidates } of casts) {
      expect(candidates.length).toBeGreaterThan(0);
      for (const victim of candidates) {
        const isCoordinator = victim === coordinator;
        const isParticipant = participants.includes(victim);
        if (cell.role === 'coordinator') expect(isCoordinator).toBe(true);
        else if (cell.role === 'witness')
          expect({ isCoordinator, isParticipant }).toEqual({ isCoordinator: false, isParticipant: false });
        else expect({ isCoordinator, isParticipant }).toEqual({ isCoordinator: false, isParticipant: true });
      }
    }
  });

  it('has participants in canonical order, and others than its coordinator among them', () => {
    for (const { coordinator, participants } of casts) {
      expect(participants).toEqual(airlines.filter((code) => participants.includes(code)));
      expect(participants.some((code) => code !== coordinator)).toBe(true);
    }
  });

  it('lets the story come to pass', () => {
    for (const { coordinator, participants, refuser, candidates } of casts) {
      if (cell.story === 'refusal') {
        expect(refuser).toBe(participants.at(-1));
        expect([coordinator, ...candidates]).not.toContain(refuser);
      }
      if (cell.story === 'own-turn-later') expect(participants.indexOf(coordinator)).toBeGreaterThan(0);
    }
  });
});
