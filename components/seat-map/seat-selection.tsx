'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useRef, useState } from 'react';
import { HoldClock } from '@/components/booking/hold-clock';
import type { LegLabel } from '@/components/booking/leg-label';
import { ChooseForMe } from './choose-for-me';
import type { SeatPreference } from './choose-seats';
import { type LegSeats, nextPassenger, shownState, tripHoldUntilMs } from './leg-seats';
import { LegTabs } from './leg-tabs';
import { useNoticeSentence } from './notice-sentence';
import { PassengerSelector } from './passenger-selector';
import { SeatCabin } from './seat-cabin';
import { SeatLegend } from './seat-legend';
import { seatsOfMap } from './seat-map-data';
import { SeatNoticeCard } from './seat-notice';
import type { SeatService } from './seat-service';
import { SeatSummary } from './seat-summary';
import { useSeatWords } from './seat-words';
import { useSeatDesk } from './use-seat-desk';

type SeatSelectionProps = {
  /** The legs of the trip in order; `labels` beside them. */
  legs: LegSeats[];
  labels: LegLabel[];
  passengerNames: string[];
  fareTotalCents: number;
  /** When the server drew the page, ISO 8601. */
  renderedAt: string;
  service: SeatService;
  continueAction: (form: FormData) => Promise<void>;
};

/** The seat page: legs as tabs, for whom, the cabin, one clock for the trip, and the price so far. */
export function SeatSelection(props: SeatSelectionProps) {
  const { labels, passengerNames, fareTotalCents, renderedAt, service, continueAction } = props;
  const t = useTranslations('seats');
  const [shownLeg, setShownLeg] = useState(0);
  const { desk, state } = useSeatDesk(props.legs, service, shownLeg);
  const [passenger, setPassenger] = useState(() => nextPassenger(desk.store.leg(0), 0));
  const words = useSeatWords(passengerNames);
  const sentence = useNoticeSentence(passengerNames, words)(state);
  const leg = desk.store.leg(shownLeg);
  const label = labels[shownLeg];
  const missing = state.legs.map((one) => one.assigned.filter((seat) => seat === null).length);

  function showLeg(legIndex: number) {
    setShownLeg(legIndex);
    setPassenger(nextPassenger(desk.store.leg(legIndex), 0));
  }
  async function choose(legIndex: number, passengerIndex: number, seat: string) {
    const others = desk.store
      .leg(legIndex)
      .assigned.map((one, index) => (index === passengerIndex ? seat : one));
    const next = others.indexOf(null);
    if (next !== -1) setPassenger(next);
    await desk.choose(legIndex, passengerIndex, seat);
    if (desk.store.leg(legIndex).assigned[passengerIndex] !== seat) setPassenger(passengerIndex);
  }
  function press(designator: string) {
    const seat = seatsOfMap(leg.seatMap ?? { rows: [] }).find((one) => one.designator === designator);
    if (!seat) return;
    const shown = shownState(leg, seat);
    if (shown === 'free') choose(shownLeg, passenger, designator);
    else if (shown === 'mine') {
      setPassenger(leg.assigned.indexOf(designator));
      desk.release(shownLeg, designator);
    } else desk.explain(shownLeg, designator, shown);
  }
  // The cells are remembered between draws, so what they call must stay the same function.
  const latestPress = useRef(press);
  latestPress.current = press;
  const onPress = useCallback((designator: string) => latestPress.current(designator), []);

  function chooseForMe(scope: 'leg' | 'trip', preference: SeatPreference) {
    desk.chooseForMe(scope === 'leg' ? [shownLeg] : labels.map((_, index) => index), preference);
  }

  return (
    <div className="pb-24 lg:pb-0">
      <div className="sticky top-2 z-20 mb-5 flex items-center justify-between gap-4 rounded-card border border-line bg-surface px-3 py-2 shadow-card sm:px-4">
        <HoldClock
          untilMs={tripHoldUntilMs(state.legs)}
          renderedAt={renderedAt}
          onMoreTime={() => desk.extend()}
          onEnd={() => desk.expire()}
        />
        <p className="figures text-right text-sm font-medium text-ink-muted max-[22rem]:hidden">
          {t('summary.chosen', {
            chosen: state.legs.flatMap((one) => one.assigned).filter(Boolean).length,
            total: labels.length * passengerNames.length,
          })}
        </p>
      </div>
      <LegTabs labels={labels} missing={missing} selected={shownLeg} onSelect={showLeg} />
      <div className="mt-6 grid gap-x-8 gap-y-6 lg:grid-cols-[14rem_minmax(0,1fr)_19rem]">
        <div className="space-y-7">
          <PassengerSelector
            names={passengerNames}
            seats={leg.assigned}
            selected={passenger}
            onSelect={setPassenger}
          />
          <ChooseForMe
            passengerCount={passengerNames.length}
            hasSeveralLegs={labels.length > 1}
            onChoose={chooseForMe}
          />
          <SeatLegend />
        </div>
        <div id="leg-panel" role="tabpanel" aria-labelledby={`leg-tab-${shownLeg}`}>
          {label && (
            <SeatCabin
              key={label.legId}
              leg={leg}
              label={label}
              words={words}
              onPress={onPress}
              onRetry={() => desk.refresh(shownLeg)}
            />
          )}
          <p role="status" className="sr-only">
            {state.expiredSeats === null && sentence}
          </p>
          <SeatNoticeCard
            desk={desk}
            state={state}
            sentence={sentence}
            onTakeNeighbour={(legIndex, seat) => choose(legIndex, passenger, seat)}
          />
        </div>
        <div className="lg:sticky lg:top-20 lg:self-start">
          <SeatSummary
            legs={state.legs}
            labels={labels}
            fareTotalCents={fareTotalCents}
            shownLeg={shownLeg}
            onShowLeg={showLeg}
            continueAction={continueAction}
          />
        </div>
      </div>
    </div>
  );
}
