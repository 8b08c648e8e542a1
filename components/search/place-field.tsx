'use client';

import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components/ComboBox';
import { classNames } from '@/components/ui/class-names';
import { controlClasses } from '@/components/ui/control-style';
import { ErrorText } from '@/components/ui/error-text';
import { Icon } from '@/components/ui/icon';
import { matchPlaces, type Place } from './place';

/** As many as one can take in at a glance; the next letter narrows them better than scrolling. */
const maxSuggestions = 8;

export type PlaceFieldTexts = { label: string; placeholder: string; error?: string };

type PlaceFieldProps = {
  id: string;
  /** Absent once a hidden field beside this one sends the code instead of the text. */
  name: string | undefined;
  texts: PlaceFieldTexts;
  /** What the list says when nothing matches, and for the choice of all airports of a city. */
  listTexts: { nothingFound: string; allAirports: string };
  places: readonly Place[];
  value: string;
  onChange: (text: string) => void;
};

/** A text field that proposes places. Before JavaScript it is a plain text field, and the server reads what it says. */
export function PlaceField({ id, name, texts, listTexts, places, value, onChange }: PlaceFieldProps) {
  const errorId = texts.error ? `${id}-error` : undefined;
  return (
    <ComboBox
      id={id}
      name={name}
      items={matchPlaces(places, value, maxSuggestions).map((place) => ({ ...place, id: place.code }))}
      inputValue={value}
      onInputChange={onChange}
      onSelectionChange={(key) => {
        const chosen = places.find((place) => place.code === key);
        if (chosen) onChange(chosen.label);
      }}
      isInvalid={texts.error !== undefined}
      validationBehavior="aria"
      aria-describedby={errorId}
      menuTrigger="focus"
      allowsCustomValue
      allowsEmptyCollection
      className="min-w-0"
    >
      <Label className="mb-1.5 block text-sm font-medium">{texts.label}</Label>
      <span className="relative block">
        <Icon
          name="pin"
          className="pointer-events-none absolute top-1/2 left-3.5 size-5 -translate-y-1/2 text-ink-muted"
        />
        <Input
          placeholder={texts.placeholder}
          autoComplete="off"
          spellCheck={false}
          className={classNames(controlClasses, 'truncate pl-11')}
          onFocus={(event) => event.currentTarget.select()}
        />
      </span>
      {texts.error && <ErrorText id={errorId}>{texts.error}</ErrorText>}
      <Popover
        offset={6}
        className="w-(--trigger-width) min-w-72 overflow-auto rounded-card border border-line bg-surface p-1.5 shadow-lifted entering:animate-rise"
      >
        <ListBox<Place>
          className="outline-none"
          renderEmptyState={() => (
            <p className="px-3 py-3 text-sm text-ink-muted">{listTexts.nothingFound}</p>
          )}
        >
          {(place) => <PlaceOption place={place} allAirports={listTexts.allAirports} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function PlaceOption({ place, allAirports }: { place: Place; allAirports: string }) {
  return (
    <ListBoxItem
      id={place.code}
      textValue={place.label}
      className={({ isFocused }) =>
        classNames(
          'flex min-h-12 cursor-pointer items-center gap-3 rounded-control px-3 py-1.5 outline-none',
          isFocused && 'bg-brand-soft',
        )
      }
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
    </ListBoxItem>
  );
}
