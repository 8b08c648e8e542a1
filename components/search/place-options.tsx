'use client';

import { useEffect, useRef } from 'react';
import { classNames } from '@/components/ui/class-names';
import type { Place } from './place';

export type PlaceOptionTexts = { nothingFound: string; allAirports: string };

type PlaceOptionsProps = {
  id: string;
  label: string;
  hidden: boolean;
  places: readonly Place[];
  active: number | null;
  onChoose: (place: Place) => void;
  texts: PlaceOptionTexts;
};

/** The id of the n-th option of a list, for `aria-activedescendant`. */
export function placeOptionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** The list under a place field. The focus stays in the field; pressing an option chooses it. */
export function PlaceOptions({ id, label, hidden, places, active, onChoose, texts }: PlaceOptionsProps) {
  const empty = places.length === 0;
  return (
    <div
      hidden={hidden}
      className="absolute top-full left-0 z-20 mt-1.5 max-h-[26rem] w-full min-w-72 animate-rise overflow-y-auto rounded-card border border-line bg-surface p-1.5 shadow-lifted"
    >
      <div id={id} role="listbox" aria-label={label}>
        {!hidden &&
          places.map((place, index) => (
            <PlaceOption
              key={place.code}
              id={placeOptionId(id, index)}
              place={place}
              active={index === active}
              onChoose={onChoose}
              allAirports={texts.allAirports}
            />
          ))}
      </div>
      <p role="status" className={empty ? 'px-3 py-3 text-sm text-ink-muted' : 'sr-only'}>
        {!hidden && empty && texts.nothingFound}
      </p>
    </div>
  );
}

type PlaceOptionProps = {
  id: string;
  place: Place;
  active: boolean;
  onChoose: (place: Place) => void;
  allAirports: string;
};

function PlaceOption({ id, place, active, onChoose, allAirports }: PlaceOptionProps) {
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) option.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here with aria-activedescendant
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
    <div
      ref={option}
      id={id}
      role="option"
      aria-selected={active}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(place)}
      className={classNames(
        'flex min-h-12 cursor-pointer items-center gap-3 rounded-control px-3 py-1.5 hover:bg-sunken',
        active && 'bg-brand-soft outline-2 -outline-offset-2 outline-brand-text',
      )}
    >
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          {place.city}
          <span className="font-normal text-ink-muted">, {place.uf}</span>
        </span>
        <span className="block truncate text-sm text-ink-muted">{place.airport ?? allAirports}</span>
      </span>
      <span className="figures shrink-0 rounded-control bg-sunken px-2 py-1 text-xs font-semibold tracking-wide">
        {place.code}
      </span>
    </div>
  );
}
