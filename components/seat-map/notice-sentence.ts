'use client';

import { useTranslations } from 'next-intl';
import { formatInstantTime } from '@/components/format/instant';
import { tripHoldUntilMs } from './leg-seats';
import type { SeatState } from './seat-store';
import type { SeatWords } from './seat-words';

/** Says in one sentence what just happened; '' when nothing did. */
export function useNoticeSentence(passengerNames: string[], words: SeatWords): (state: SeatState) => string {
  const t = useTranslations('seats.notice');
  return ({ notice, legs }) => {
    const untilMs = tripHoldUntilMs(legs);
    const time = untilMs === null ? '' : formatInstantTime(new Date(untilMs).toISOString());
    switch (notice?.kind) {
      case undefined:
        return '';
      case 'held':
        return t('held', { seat: notice.seat, passenger: passengerNames[notice.passengerIndex] ?? '', time });
      case 'released':
        return t('released', { seat: notice.seat });
      case 'unavailable':
        return t('unavailable', { seat: notice.seat, state: words.state(notice.shown, -1) });
      case 'lost':
        return `${t('lost', { seat: notice.seat })} ${t('lostKept')}`;
      case 'ended':
        return t('ended', { count: notice.seats.length, seats: notice.seats.join(', ') });
      case 'refused':
        return notice.refusal.code === 'NO_ANSWER' ? t('noAnswer') : notice.refusal.sentence;
      case 'silent':
        return legs[notice.legIndex]?.silent ? t('silent') : '';
      case 'chosen':
        return t('chosen', { count: notice.seatCount });
      case 'tooFew':
        return t('tooFew');
      case 'moreTime':
        return t('moreTime', { time });
      case 'expired':
        return t('expired');
    }
  };
}
