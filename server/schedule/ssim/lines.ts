/** Where a file comes from: chunks of text or bytes, in order, cut anywhere. */
export type LineSource = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** One line without its ending; lines are counted from 1. */
export type NumberedLine = { line: number; text: string };

/** Without a line end for this many characters it is no file of lines; what came so far is handed out as one line. */
const maxLineCharacters = 4_096;

const byteOrderMark = '\u00EF\u00BB\u00BF';

/**
 * Splits a source into lines ended by LF or CRLF; the last one may lack its ending. Bytes are read as Latin-1, so that
 * a column of the format is always one character. Holds one line at a time.
 */
export async function* readLines(source: LineSource): AsyncGenerator<NumberedLine> {
  let rest = '';
  let line = 0;
  for await (const chunk of source) {
    rest += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('latin1');
    if (line === 0 && rest.startsWith(byteOrderMark)) rest = rest.slice(byteOrderMark.length);
    const texts = rest.split('\n');
    rest = texts.pop() ?? '';
    for (const text of texts) yield { line: ++line, text: withoutReturn(text) };
    if (rest.length > maxLineCharacters) {
      yield { line: ++line, text: rest };
      rest = '';
    }
  }
  if (rest !== '') yield { line: ++line, text: withoutReturn(rest) };
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
