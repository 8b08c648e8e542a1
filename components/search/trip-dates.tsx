'use client';

import { useRef, useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { addDays, daysBetween } from '@/server/domain/local-time';

type DateTexts = { label: string; error: string | undefined };

type TripDatesProps = {
  /** As they stand in the form, `YYYY-MM-DD` or what was typed instead. */
  initial: { date: string; returnDate: string };
  /** First and last day on sale, `YYYY-MM-DD`. */
  window: { first: string; last: string };
  there: DateTexts;
  back: DateTexts;
};

/** What is proposed when nobody has said how long the stay is. */
const usualStayDays = 7;

/**
 * The days of a trip. The day of return follows the day of departure when that moves past it, so that the stay keeps its
 * length. The form's style hides it for a trip one way; it is sent all the same, and the server does not look at it then.
 */
export function TripDates({ initial, window, there, back }: TripDatesProps) {
  const returnInput = useRef<HTMLInputElement>(null);
  const [date, setDate] = useState(initial.date);
  const isOnSale = (day: string) => day >= window.first && day <= window.last;
  const stayDays = useRef(stayBetween(initial.date, initial.returnDate));

  function moveReturn(departure: string) {
    const input = returnInput.current;
    if (!input || !isOnSale(departure)) return;
    setDate(departure);
    if (input.value !== '' && input.value >= departure) return;
    const moved = addDays(departure, stayDays.current);
    input.value = moved > window.last ? window.last : moved;
  }

  return (
    <>
      <Field id="date" label={there.label} error={there.error}>
        {(control) => (
          <Input
            {...control}
            type="date"
            name="date"
            min={window.first}
            max={window.last}
            defaultValue={initial.date}
            onChange={(event) => moveReturn(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field
        id="returnDate"
        label={back.label}
        error={back.error}
        className="group-has-[[value=oneway]:checked]/search:hidden"
      >
        {(control) => (
          <Input
            {...control}
            ref={returnInput}
            type="date"
            name="return"
            min={isOnSale(date) ? date : window.first}
            max={window.last}
            defaultValue={initial.returnDate}
            onChange={(event) => {
              stayDays.current = stayBetween(date, event.currentTarget.value);
            }}
          />
        )}
      </Field>
    </>
  );
}

function stayBetween(date: string, returnDate: string): number {
  const days = date && returnDate ? daysBetween(date, returnDate) : usualStayDays;
  return days >= 0 ? days : usualStayDays;
}
