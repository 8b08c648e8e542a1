/** Quarters of a day by the wall clock of an airport, from 00:00, six hours each: what people choose flights by. */
export const dayParts = ['night', 'morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];

/** Length of each part. */
export const dayPartMinutes = 360;
