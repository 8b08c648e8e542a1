'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { formatMoney } from '@/components/format/money';
import type { ShownState } from './leg-seats';
import type { MappedSeat } from './seat-map-data';

export type SeatWords = {
  /** `corredor, mais espaço`. */
  features(seat: MappedSeat): string;
  /** `R$ 35,00` or `sem custo`. */
  price(seat: MappedSeat): string;
  /** `livre`; `passengerIndex` says whose a seat of this purchase is. */
  state(shown: ShownState, passengerIndex: number): string;
  /** `12C, corredor, R$ 35,00, livre`. */
  name(seat: MappedSeat, shown: ShownState, passengerIndex: number): string;
};

/** How seats are called on this page, in lists and to screen readers. The same object until the names change. */
export function useSeatWords(passengerNames: string[]): SeatWords {
  const t = useTranslations('seats');
  return useMemo(() => {
    const features = (seat: MappedSeat) => seat.features.map((feature) => t(`feature.${feature}`)).join(', ');
    const price = (seat: MappedSeat) =>
      seat.surchargeCents === 0 ? t('free') : formatMoney(seat.surchargeCents);
    const state = (shown: ShownState, passengerIndex: number) =>
      t(`state.${shown}`, { passenger: passengerNames[passengerIndex] ?? '' });
    const name = (seat: MappedSeat, shown: ShownState, passengerIndex: number) =>
      t('name', {
        seat: seat.designator,
        features: features(seat),
        price: price(seat),
        state: state(shown, passengerIndex),
      });
    return { features, price, state, name };
  }, [t, passengerNames]);
}
