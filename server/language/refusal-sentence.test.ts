import { describe, expect, it } from 'vitest';
import { type RefusalCode, refusalCodes } from '@/server/errors';
import { refusalSentence } from './refusal-sentence';

const codes = Object.keys(refusalCodes) as RefusalCode[];

describe('refusalSentence', () => {
  it.each(codes)('%s is a full sentence with no placeholder left, with and without details', (code) => {
    const bare = refusalSentence(code, {});
    const full = refusalSentence(code, {
      airline: 'boreal',
      legId: 'giro:1234:2026-12-10:BSB',
      seat: '12C',
      field: 'from',
      retryAfterSeconds: 30,
    });
    for (const sentence of [bare, full]) {
      expect(sentence).toMatch(/^[A-ZÀ-Ý].*\.$/u);
      expect(sentence).not.toMatch(/[{}]|none|undefined/);
    }
  });

  it('names the seat and the flight that were lost', () => {
    expect(refusalSentence('SEAT_TAKEN', { legId: 'giro:1234:2026-12-10:BSB', seat: '12C' })).toBe(
      'O assento 12C do voo GI 1234 acabou de ser reservado por outra pessoa. Nada foi cobrado; escolha outro.',
    );
  });

  it('names the airline that is silent', () => {
    expect(refusalSentence('AIRLINE_OFFLINE', { airline: 'boreal' })).toContain(
      'A Boreal não está respondendo',
    );
  });

  it('survives a leg id that cannot be read', () => {
    expect(refusalSentence('LEG_UNKNOWN', { legId: 'nonsense' })).toContain('Um dos voos');
  });
});
