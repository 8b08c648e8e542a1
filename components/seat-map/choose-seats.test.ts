import { describe, expect, it } from 'vitest';
import { chooseSeats, seatPreferences } from './choose-seats';
import { seatsOfMap } from './seat-map-data';
import { buildSeatMap, onlyFree } from './testing/build-seat-map';

describe('chooseSeats', () => {
  it('takes what is asked: window, aisle, side by side', () => {
    expect(chooseSeats(buildSeatMap(), 1, 'window')).toEqual(['6A']);
    expect(chooseSeats(buildSeatMap(), 1, 'aisle')).toEqual(['6C']);
    expect(chooseSeats(buildSeatMap(), 3, 'together')).toEqual(['6A', '6B', '6C']);
  });

  it('does not spend money or take an exit row when it need not', () => {
    for (const preference of seatPreferences) {
      const chosen = chooseSeats(buildSeatMap(), 2, preference) ?? [];
      const seats = seatsOfMap(buildSeatMap()).filter((seat) => chosen.includes(seat.designator));
      expect(seats.map((seat) => seat.surchargeCents)).toEqual([0, 0]);
      expect(seats.some((seat) => seat.features.includes('exit'))).toBe(false);
    }
  });

  it('leaves no seat alone when another choice is as good', () => {
    // In row 7 a pair would strand one of three; row 8 has exactly a pair.
    const seatMap = buildSeatMap(onlyFree(['7A', '7B', '7C', '8D', '8E']));
    expect(chooseSeats(seatMap, 2, 'together')).toEqual(['8D', '8E']);
  });

  it('does not sit one traveller between two empty seats', () => {
    const seatMap = buildSeatMap(onlyFree(['7A', '7B', '7C']));
    expect(chooseSeats(seatMap, 1, 'together')).not.toEqual(['7B']);
  });

  it('keeps a group close over rows and the aisle', () => {
    const seatMap = buildSeatMap(onlyFree(['7E', '7F', '8E', '8F', '14A', '15D', '15F']));
    expect(chooseSeats(seatMap, 4, 'together')).toEqual(['7E', '7F', '8E', '8F']);
  });

  it('gives everybody a window or an aisle when there are enough, as close as can be', () => {
    expect(chooseSeats(buildSeatMap(), 2, 'aisle')).toEqual(['6C', '6D']);
    const windows = chooseSeats(buildSeatMap(), 2, 'window') ?? [];
    expect(windows.every((seat) => /[AF]$/.test(seat))).toBe(true);
  });

  it('falls back to other seats when the wish cannot be met for all', () => {
    const seatMap = buildSeatMap(onlyFree(['7A', '7B', '12E']));
    expect(chooseSeats(seatMap, 2, 'window')).toEqual(['7A', '7B']);
  });

  it("counts the customer's own seats as available", () => {
    const seatMap = buildSeatMap({ ...onlyFree(['7A']), '7B': 'mine' });
    expect(chooseSeats(seatMap, 2, 'together')).toEqual(['7A', '7B']);
  });

  it('gives up when there are fewer seats than passengers', () => {
    expect(chooseSeats(buildSeatMap(onlyFree(['7A'])), 2, 'together')).toBeNull();
    expect(chooseSeats(buildSeatMap(onlyFree([])), 1, 'window')).toBeNull();
  });

  it('offers only seats that exist, are available and differ, for every group size', () => {
    const seatMap = buildSeatMap({ '6A': 'taken', '6B': 'held', '7C': 'blocked', '8F': 'taken' });
    const free = new Set(
      seatsOfMap(seatMap)
        .filter((seat) => seat.state === 'free')
        .map((seat) => seat.designator),
    );
    for (const preference of seatPreferences) {
      for (let count = 1; count <= 9; count++) {
        const chosen = chooseSeats(seatMap, count, preference) ?? [];
        expect(new Set(chosen).size).toBe(count);
        expect(chosen.every((seat) => free.has(seat))).toBe(true);
      }
    }
  });
});
