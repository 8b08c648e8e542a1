'use client';

import { useCallback, useRef, useState } from 'react';
import type { SeatPreference } from './choose-seats';
import { type LegSeats, nextPassenger, shownState } from './leg-seats';
import { seatsOfMap } from './seat-map-data';
import type { SeatService } from './seat-service';
import { useSeatDesk } from './use-seat-desk';

/** Which leg is looked at and for whom the next seat is, and what a press on a seat therefore means. */
export function useSeatSelection(legs: LegSeats[], service: SeatService) {
  const [shownLeg, setShownLeg] = useState(0);
  const { desk, state } = useSeatDesk(legs, service, shownLeg);
  const [passenger, setPassenger] = useState(() => nextPassenger(desk.store.leg(0), 0));
  const leg = desk.store.leg(shownLeg);

  function showLeg(legIndex: number): void {
    setShownLeg(legIndex);
    setPassenger(nextPassenger(desk.store.leg(legIndex), 0));
  }
  /** Holds a seat and turns to the next passenger at once; back again when the seat was lost. */
  async function choose(legIndex: number, seat: string): Promise<void> {
    const seats = desk.store.leg(legIndex).assigned.map((one, index) => (index === passenger ? seat : one));
    const next = seats.indexOf(null);
    if (next !== -1) setPassenger(next);
    await desk.choose(legIndex, passenger, seat);
    if (desk.store.leg(legIndex).assigned[passenger] !== seat) setPassenger(passenger);
  }
  function press(designator: string): void {
    const seat = seatsOfMap(leg.seatMap ?? { rows: [] }).find((one) => one.designator === designator);
    if (!seat) return;
    const shown = shownState(leg, seat);
    if (leg.silent) desk.explainSilence(shownLeg);
    else if (shown === 'free') choose(shownLeg, designator);
    else if (shown === 'mine') {
      setPassenger(leg.assigned.indexOf(designator));
      desk.release(shownLeg, designator);
    } else desk.explain(shownLeg, designator, shown);
  }
  // The cells are remembered between draws, so what they call must stay the same function.
  const latestPress = useRef(press);
  latestPress.current = press;
  const onPress = useCallback((designator: string) => latestPress.current(designator), []);

  function chooseForMe(scope: 'leg' | 'trip', preference: SeatPreference): void {
    desk.chooseForMe(scope === 'leg' ? [shownLeg] : legs.map((_, index) => index), preference);
  }
  return { desk, state, leg, shownLeg, showLeg, passenger, setPassenger, choose, onPress, chooseForMe };
}
