import { describe, expect, it } from 'vitest';
import { airports, findAirport } from '@/server/domain/airport';
import { pointsOfBow } from './bow';
import { fitFrame } from './fit-frame';
import { drawnFrame, type Frame, project } from './project';

function frameOf(...stops: string[]): Frame {
  const places = stops.map((iata) => {
    const airport = findAirport(iata);
    if (!airport) throw new Error(`no airport ${iata}`);
    return project(airport);
  });
  return fitFrame(places.slice(1).flatMap((place, index) => pointsOfBow(places[index] ?? place, place)));
}

describe('fitFrame', () => {
  it('does not go so near that a short trip loses its country', () => {
    expect(frameOf('CGH', 'SDU').width).toBeGreaterThanOrEqual(400);
  });

  it('holds every stop with air around it', () => {
    const frame = frameOf('RBR', 'BSB', 'SSA');
    for (const iata of ['RBR', 'BSB', 'SSA']) {
      const airport = findAirport(iata);
      const { x, y } = airport ? project(airport) : { x: 0, y: 0 };
      expect(x).toBeGreaterThan(frame.x + frame.width * 0.1);
      expect(x).toBeLessThan(frame.x + frame.width * 0.9);
      expect(y).toBeGreaterThan(frame.y);
      expect(y).toBeLessThan(frame.y + frame.height);
    }
  });

  it('is never taller than wide and never a strip', () => {
    for (const frame of [frameOf('POA', 'BVB'), frameOf('CZS', 'REC'), frameOf('GRU', 'FEN')]) {
      expect(frame.width / frame.height).toBeGreaterThan(0.99);
      expect(frame.width / frame.height).toBeLessThan(1.41);
    }
  });

  it('never shows more than is drawn, whichever two airports a trip joins', () => {
    const beyond = airports.flatMap((from) =>
      airports
        .filter((to) => to !== from)
        .map((to) => ({ trip: `${from.iata}–${to.iata}`, frame: frameOf(from.iata, to.iata) }))
        .filter(
          ({ frame }) =>
            frame.x < 0 ||
            frame.y < 0 ||
            frame.x + frame.width > drawnFrame.width ||
            frame.y + frame.height > drawnFrame.height,
        ),
    );
    expect(beyond).toEqual([]);
  });
});
