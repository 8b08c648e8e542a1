import { invariant } from '@/server/assert';

/** Small numbers for texts that occur again and again, so that a column can hold them. Numbers are never given back. */
export type Numbering = { numbers: Map<string, number>; texts: string[]; limit: number };

/** A numbering for at most `limit` texts: what the narrowest column that holds the numbers can tell apart. */
export function createNumbering(limit: number): Numbering {
  return { numbers: new Map(), texts: [], limit };
}

/** The number of a text, a new one for a new text. */
export function numberOf(numbering: Numbering, text: string): number {
  const known = numbering.numbers.get(text);
  if (known !== undefined) return known;
  const number = numbering.texts.length;
  invariant(number < numbering.limit, 'every text has a number that its column can hold');
  numbering.numbers.set(text, number);
  numbering.texts.push(text);
  return number;
}

/** Whether the text has a number or can be given one. */
export function canNumber({ numbers, texts, limit }: Numbering, text: string): boolean {
  return texts.length < limit || numbers.has(text);
}

/** The number of a text that may never have been seen. */
export function findNumber(numbering: Numbering, text: string): number | undefined {
  return numbering.numbers.get(text);
}

/** The text behind a number. */
export function textOf(numbering: Numbering, number: number): string {
  const text = numbering.texts[number];
  invariant(text !== undefined, 'a number in a column was given to a text');
  return text;
}
