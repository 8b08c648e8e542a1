/**
 * Where a place on the globe lies on the map: spherical Mercator, which is a closed formula, so that airports are placed
 * at run time without the library that drew the base map.
 */

export type Point = { x: number; y: number };
export type Position = { latitude: number; longitude: number };
export type Frame = { x: number; y: number; width: number; height: number };

/** Map units in a degree of longitude, everywhere; one unit is about 2.8 km at the equator. */
export const unitsPerDegree = 40;

/** The map's corner at x = 0, y = 0. */
export const northWest: Position = { latitude: 17, longitude: -90 };

/** What is drawn at all: Brazil with so much around it that no trip's frame leaves the drawing. */
export const drawnFrame: Frame = frameBetween(northWest, { latitude: -44, longitude: -22 });

/** Brazil with Fernando de Noronha (32.4° W) and a little air. */
export const countryFrame: Frame = frameBetween(
  { latitude: 6.3, longitude: -75 },
  { latitude: -34.6, longitude: -31.2 },
);

/** Map units, whole: finer than the base map's own corners. */
export function project({ latitude, longitude }: Position): Point {
  return {
    x: Math.round((longitude - northWest.longitude) * unitsPerDegree),
    y: Math.round((mercatorDegrees(northWest.latitude) - mercatorDegrees(latitude)) * unitsPerDegree),
  };
}

function frameBetween(corner: Position, opposite: Position): Frame {
  const { x, y } = project(corner);
  const end = project(opposite);
  return { x, y, width: end.x - x, height: end.y - y };
}

/** A latitude as far north of the equator as it stands on the map, in degrees of longitude. */
function mercatorDegrees(latitude: number): number {
  const radians = (latitude * Math.PI) / 180;
  return (Math.log(Math.tan(Math.PI / 4 + radians / 2)) * 180) / Math.PI;
}
