'use client';

import { useTranslations } from 'next-intl';
import type { JourneyLabel } from '@/components/booking/by-journey';
import { HoldClock } from '@/components/booking/hold-clock';
import type { LegLabel } from '@/components/booking/leg-label';
import { ChooseForMe } from './choose-for-me';
import { type LegSeats, tripHoldUntilMs } from './leg-seats';
import { LegTabs } from './leg-tabs';
import { useNoticeSentence } from './notice-sentence';
import { PassengerSelector } from './passenger-selector';
import { SeatCabin } from './seat-cabin';
import { SeatLegend } from './seat-legend';
import { isNoticeShown, SeatNoticeCard } from './seat-notice';
import type { SeatService } from './seat-service';
import type { SeatState } from './seat-store';
import { SeatSummary } from './seat-summary';
import { useSeatWords } from './seat-words';
import { StaleMap } from './stale-map';
import { useSeatSelection } from './use-seat-selection';

type SeatSelectionProps = {
  /** The legs of the trip in order; `labels` beside them. */
  legs: LegSeats[];
  labels: LegLabel[];
  journeys: JourneyLabel[];
  passengerNames: string[];
  fareTotalCents: number;
  /** When the server drew the page, ISO 8601. */
  renderedAt: string;
  service: SeatService;
  continueAction: (form: FormData) => Promise<void>;
};

/** The seat page: legs as tabs, for whom, the cabin, one clock for the trip, and the price so far. */
export function SeatSelection(props: SeatSelectionProps) {
  const { labels, journeys, passengerNames, fareTotalCents, renderedAt, service, continueAction } = props;
  const selection = useSeatSelection(props.legs, service);
  const { desk, state, leg, shownLeg, showLeg } = selection;
  const words = useSeatWords(passengerNames);
  const sentence = useNoticeSentence(passengerNames, words)(state);
  const label = labels[shownLeg];
  const missing = state.legs.map((one) => one.assigned.filter((seat) => seat === null).length);

  return (
    <div className="pb-24 lg:pb-0">
      <TripBar
        state={state}
        total={labels.length * passengerNames.length}
        renderedAt={renderedAt}
        onMoreTime={() => desk.extend()}
        onEnd={() => desk.expire()}
      />
      <LegTabs labels={labels} journeys={journeys} missing={missing} selected={shownLeg} onSelect={showLeg} />
      <div className="mt-6 grid gap-x-8 gap-y-6 lg:grid-cols-[14rem_minmax(0,1fr)_19rem] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0 space-y-6 lg:space-y-7">
          <PassengerSelector
            names={passengerNames}
            seats={leg.assigned}
            selected={selection.passenger}
            onSelect={selection.setPassenger}
          />
          <ChooseForMe
            passengerCount={passengerNames.length}
            hasSeveralLegs={labels.length > 1}
            onChoose={selection.chooseForMe}
          />
        </div>
        <div className="lg:row-span-2" id="leg-panel" role="tabpanel" aria-labelledby={`leg-tab-${shownLeg}`}>
          {label && (
            <SeatCabin
              key={label.legId}
              leg={leg}
              label={label}
              words={words}
              onPress={selection.onPress}
              onRetry={() => desk.refresh(shownLeg)}
            />
          )}
          <p role="status" className="sr-only">
            {state.expiredSeats === null && sentence}
          </p>
          <SeatNoticeCard desk={desk} state={state} sentence={sentence} onTakeNeighbour={selection.choose} />
          {label && (
            <StaleMap
              legs={state.legs}
              leg={leg}
              label={label}
              isCovered={isNoticeShown(state)}
              onRetry={() => desk.refresh(shownLeg)}
            />
          )}
        </div>
        <div className="lg:col-start-1 lg:row-start-2">
          <SeatLegend />
        </div>
        <div className="lg:sticky lg:top-20 lg:col-start-3 lg:row-span-2 lg:row-start-1 lg:self-start">
          <SeatSummary
            legs={state.legs}
            labels={labels}
            journeys={journeys}
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

type TripBarProps = {
  state: SeatState;
  /** Seats that the trip needs: legs × passengers. */
  total: number;
  renderedAt: string;
  onMoreTime: () => void;
  onEnd: () => void;
};

/** Stays in sight while the cabin scrolls: the clock, and how far one has come. */
function TripBar({ state, total, ...clock }: TripBarProps) {
  const t = useTranslations('seats.summary');
  const chosen = state.legs.flatMap((leg) => leg.assigned).filter(Boolean).length;
  return (
    <div className="sticky top-2 z-20 mb-5 flex items-center justify-between gap-4 rounded-card border border-line bg-surface px-3 py-2 shadow-card sm:px-4">
      <HoldClock untilMs={tripHoldUntilMs(state.legs)} {...clock} />
      <p className="figures text-right text-sm font-medium text-ink-muted max-[22rem]:hidden">
        {t('chosen', { chosen, total })} <span className="max-sm:sr-only">{t('seats').toLowerCase()}</span>
      </p>
    </div>
  );
}
