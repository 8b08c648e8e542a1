import { describe, expect, it } from 'vitest';
import { firstSeat, seatAfterKey, seatAfterTyping, seatGridOf } from './seat-grid-navigation';
import { buildSeatMap } from './testing/build-seat-map';

const grid = seatGridOf(buildSeatMap());
const untyped = { text: '', atMs: 0 };

describe('seatAfterKey', () => {
  it.each([
    ['ArrowRight', '2C', '2D'],
    ['ArrowLeft', '2D', '2C'],
    ['ArrowDown', '2C', '3C'],
    ['ArrowUp', '2C', '1C'],
    ['Home', '4D', '4A'],
    ['End', '4D', '4F'],
    ['PageDown', '2C', '7C'],
    ['PageUp', '8C', '3C'],
  ])('%s moves from %s to %s', (key, from, to) => {
    expect(seatAfterKey(grid, from, { key })).toBe(to);
  });

  it('stays at the edges of the cabin', () => {
    expect(seatAfterKey(grid, '1A', { key: 'ArrowLeft' })).toBe('1A');
    expect(seatAfterKey(grid, '1A', { key: 'ArrowUp' })).toBe('1A');
    expect(seatAfterKey(grid, '16F', { key: 'ArrowRight' })).toBe('16F');
    expect(seatAfterKey(grid, '16F', { key: 'ArrowDown' })).toBe('16F');
    expect(seatAfterKey(grid, '15C', { key: 'PageDown' })).toBe('16C');
    expect(seatAfterKey(grid, '2C', { key: 'PageUp' })).toBe('1C');
  });

  it('steps over seats that do not exist and over unnumbered rows', () => {
    expect(seatAfterKey(grid, '9A', { key: 'ArrowDown' })).toBe('11A');
    expect(seatAfterKey(grid, '12B', { key: 'ArrowDown' })).toBe('14B');
    expect(seatAfterKey(grid, '10D', { key: 'Home' })).toBe('10B');
    expect(seatAfterKey(grid, '5A', { key: 'PageDown' })).toBe('10B');
  });

  it('goes to the ends of the cabin with Ctrl', () => {
    expect(seatAfterKey(grid, '8C', { key: 'Home', ctrlKey: true })).toBe('1A');
    expect(seatAfterKey(grid, '8C', { key: 'End', ctrlKey: true })).toBe('16F');
  });

  it('leaves other keys alone', () => {
    expect(seatAfterKey(grid, '8C', { key: 'Tab' })).toBeNull();
    expect(seatAfterKey(grid, '8C', { key: 'Enter' })).toBeNull();
  });

  it('enters at the first seat when the current one is not in this cabin', () => {
    expect(seatAfterKey(grid, '44K', { key: 'ArrowDown' })).toBe('1A');
    expect(firstSeat(grid)).toBe('1A');
  });

  it('reaches every seat from the first by arrows alone', () => {
    const reached = new Set(['1A']);
    for (const seat of reached) {
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])
        reached.add(seatAfterKey(grid, seat, { key }) ?? seat);
    }
    expect(reached.size).toBe(15 * 6 - 2);
  });
});

describe('seatAfterTyping', () => {
  it('jumps to the row as it is typed, then to the seat', () => {
    const one = seatAfterTyping(grid, '5D', { typed: untyped, character: '1', atMs: 5_000 });
    expect(one).toEqual({ typed: { text: '1', atMs: 5_000 }, seat: '1D' });
    const two = seatAfterTyping(grid, '1D', { typed: one?.typed ?? untyped, character: '2', atMs: 5_300 });
    expect(two).toEqual({ typed: { text: '12', atMs: 5_300 }, seat: '12D' });
    const letter = seatAfterTyping(grid, '12D', {
      typed: two?.typed ?? untyped,
      character: 'c',
      atMs: 5_600,
    });
    expect(letter).toEqual({ typed: { text: '', atMs: 5_600 }, seat: '12C' });
  });

  it('starts again after a pause', () => {
    const typed = { text: '1', atMs: 1_000 };
    expect(seatAfterTyping(grid, '1C', { typed, character: '2', atMs: 2_001 })?.seat).toBe('2C');
  });

  it('starts again when no row begins with the digits', () => {
    const typed = { text: '9', atMs: 1_000 };
    expect(seatAfterTyping(grid, '9C', { typed, character: '2', atMs: 1_100 })).toEqual({
      typed: { text: '2', atMs: 1_100 },
      seat: '2C',
    });
  });

  it('a letter alone moves within the row', () => {
    expect(seatAfterTyping(grid, '7C', { typed: untyped, character: 'f', atMs: 9_000 })?.seat).toBe('7F');
  });

  it('names no seat where none is, and ignores what is no row or column', () => {
    const typed = { text: '10', atMs: 1_000 };
    expect(seatAfterTyping(grid, '10B', { typed, character: 'a', atMs: 1_100 })?.seat).toBeNull();
    expect(seatAfterTyping(grid, '7C', { typed: untyped, character: 'k', atMs: 9_000 })).toBeNull();
    expect(seatAfterTyping(grid, '7C', { typed: untyped, character: '-', atMs: 9_000 })).toBeNull();
  });
});
