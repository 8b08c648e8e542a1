'use client';

import { useEffect, useId, useRef } from 'react';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Input } from '@/components/ui/input';
import { matchPlaces, type Place } from './place';
import { PlaceOptions, type PlaceOptionTexts, placeOptionId } from './place-options';
import { useSuggestions } from './use-suggestions';

/** As many as one can take in at a glance; the next letter narrows them better than scrolling. */
const maxSuggestions = 8;

export type PlaceFieldTexts = { label: string; placeholder: string; error?: string };

type PlaceFieldProps = {
  id: string;
  /** Absent once a hidden field beside this one sends the code instead of the text. */
  name: string | undefined;
  texts: PlaceFieldTexts;
  listTexts: PlaceOptionTexts;
  places: readonly Place[];
  value: string;
  onChange: (text: string) => void;
};

/**
 * A text field that proposes places: the editable combobox with list autocomplete of the ARIA Authoring Practices. Our
 * own, because a component library's costs 60 kB on the page where everybody arrives. Before JavaScript it is a plain
 * text field, and the server reads what it says.
 */
export function PlaceField({ id, name, texts, listTexts, places, value, onChange }: PlaceFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const matches = matchPlaces(places, value, maxSuggestions);
  const choose = (place: Place) => onChange(place.label);
  const suggestions = useSuggestions({ items: matches, onChoose: choose });
  useTextTypedBeforeHydration(input, onChange);
  const active = suggestions.active === null ? undefined : placeOptionId(listId, suggestions.active);

  return (
    <Field id={id} label={texts.label} error={texts.error} className="relative min-w-0">
      {(control) => (
        <>
          <span className="relative block">
            <Icon
              name="pin"
              className="pointer-events-none absolute top-1/2 left-3.5 -translate-y-1/2 text-ink-muted"
            />
            <Input
              {...control}
              {...suggestions.handlers}
              ref={input}
              name={name}
              value={value}
              onChange={(event) => {
                onChange(event.currentTarget.value);
                suggestions.open();
              }}
              onFocus={(event) => {
                event.currentTarget.select();
                suggestions.open();
              }}
              role="combobox"
              aria-autocomplete="list"
              aria-expanded={suggestions.isOpen}
              aria-controls={listId}
              aria-activedescendant={active}
              placeholder={texts.placeholder}
              autoComplete="off"
              spellCheck={false}
              className="truncate pl-11"
            />
          </span>
          <PlaceOptions
            id={listId}
            label={texts.label}
            hidden={!suggestions.isOpen}
            places={matches}
            active={suggestions.active}
            onChoose={(place) => {
              choose(place);
              suggestions.close();
            }}
            texts={listTexts}
          />
        </>
      )}
    </Field>
  );
}

/** What was typed while the page was still waking up counts. */
function useTextTypedBeforeHydration(
  input: React.RefObject<HTMLInputElement | null>,
  onChange: (text: string) => void,
) {
  const takeOver = useRef(onChange);
  useEffect(() => {
    const typed = input.current?.value;
    if (typed) takeOver.current(typed);
  }, [input]);
}
