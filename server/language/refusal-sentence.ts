import { createTranslator } from 'use-intl/core';
import { airlineIdentities } from '@/server/domain/airline-code';
import { flightDesignator, legIdSchema, parseLegId } from '@/server/domain/leg';
import type { RefusalCode, RefusalDetails } from '@/server/errors';
import refusals from './pt-BR/refusals.json';

const translate = createTranslator({ locale: 'pt-BR', messages: refusals });

/** What a sentence's `select` reads when the refusal does not say; no airline, seat or flight is called this. */
const unsaid = 'none';

/**
 * One sentence in Brazilian Portuguese that says what was refused, what happened to seats and money where that is in
 * question, and what to do next. Total over the closed list: a code without a sentence does not compile.
 */
export function refusalSentence(code: RefusalCode, details: RefusalDetails): string {
  return translate(code, {
    airline: details.airline ? airlineIdentities[details.airline].name : unsaid,
    flight: flightOf(details.legId),
    seat: details.seat ?? unsaid,
    field: details.field ?? unsaid,
    seconds: details.retryAfterSeconds ?? 0,
  });
}

/** `RM 1234`, or `none` when there is no leg id that can be read (it may be what was refused). */
function flightOf(legId: string | undefined): string {
  const parsed = legIdSchema.safeParse(legId);
  if (!parsed.success) return unsaid;
  const { airline, flightNumber } = parseLegId(parsed.data);
  return flightDesignator(airlineIdentities[airline].designator, flightNumber);
}
