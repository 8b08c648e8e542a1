import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { playTranscript, playTranscriptFile } from './testing/transcript';

const folder = join(import.meta.dirname, 'scenarios');
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));

describe('a story of the protocol', () => {
  it.each(files)('%s ends as the protocol says', (name) => {
    expect(() => playTranscriptFile(join(folder, name))).not.toThrow();
  });

  it.each(files)('%s begins with its story and expects something', (name) => {
    const lines = readFileSync(join(folder, name), 'utf8').split('\n');
    expect(lines[0]).toMatch(/^# [A-Z]/);
    expect(lines.filter((line) => line.startsWith('expect ')).length).toBeGreaterThanOrEqual(3);
  });
});

describe('a transcript', () => {
  const failureOf = (...lines: string[]) => expect(() => playTranscript('story.txt', lines.join('\n')));

  it('says in which line an expectation was not met, and what it is instead', () => {
    failureOf('# story', '', 'buy t1 at rumos seats rumos:1A', 'expect seat rumos:1A free').toThrow(
      'story.txt:4: expect seat rumos:1A free\n  expected free\n  but it is sold by t1',
    );
    failureOf('buy t1 at rumos seats rumos:1A', 'expect t1 at rumos decision=abort').toThrow(
      'expected decision=abort\n  but it is decision=commit',
    );
    failureOf('expect t1 at rumos decision=abort').toThrow('but it is unknown');
    failureOf('buy t1 at giro seats rumos:1A', 'expect in flight: nothing').toThrow('prepare t1 giro→rumos');
    failureOf('expect alarms at rumos: some rule').toThrow('but it is none');
  });

  it('refuses what it does not understand instead of skipping it', () => {
    failureOf('deliverr all').toThrow('story.txt:1: deliverr all\n  no such command');
    failureOf('buy t1 at rumos seats rumos:1A', 'expect t1 at rumos colour=red').toThrow('no field colour');
    failureOf('buy t1 at nowhere seats rumos:1A').toThrow('no airline nowhere');
    failureOf('deliver prepare t1 giro→rumos').toThrow('not in flight; in flight: nothing');
    failureOf(
      'crash giro',
      'buy t1 at rumos seats rumos:1A giro:2B',
      'deliver prepare t1 rumos→giro',
    ).toThrow('giro is down');
  });
});
