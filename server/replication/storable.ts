/** JSON's escapes for NUL and for halves of characters; an even number of backslashes before it is text. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i;

/** Can PostgreSQL keep this JSON value, or text, whole? It has neither NUL nor half a character. */
export function isStorable(value: unknown): boolean {
  return !unstorable.test(JSON.stringify(value) ?? '');
}

/** The value itself, or its JSON as text: nothing is lost, and PostgreSQL takes it. */
export function storableValue(value: unknown): unknown {
  return isStorable(value) ? value : JSON.stringify(value);
}

/** The text, with a sign in the place of each NUL. */
export function storableText(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD');
}
