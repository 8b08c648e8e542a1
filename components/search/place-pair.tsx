'use client';

import { useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { type Place, resolvePlace } from './place';
import { PlaceField, type PlaceFieldTexts } from './place-field';
import type { PlaceOptionTexts } from './place-options';

type PlacePairProps = {
  places: readonly Place[];
  initial: { from: string; to: string };
  from: PlaceFieldTexts;
  to: PlaceFieldTexts;
  swapLabel: string;
  listTexts: PlaceOptionTexts;
};

const never = () => () => {};

/** False on the server and in the first client render, true afterwards. */
function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** Origin and destination, and the button that exchanges them. */
export function PlacePair({ places, initial, from, to, swapLabel, listTexts }: PlacePairProps) {
  const [texts, setTexts] = useState(initial);
  const hydrated = useHydrated();
  const codeOf = (text: string) => resolvePlace(places, text)?.code ?? text;
  const shared = { places, listTexts };
  return (
    <>
      <div className="grid gap-x-1.5 gap-y-4 sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] noscript:gap-x-3 noscript:sm:grid-cols-2">
        <PlaceField
          {...shared}
          id="from"
          name={hydrated ? undefined : 'from'}
          texts={from}
          value={texts.from}
          onChange={(text) => setTexts((now) => ({ ...now, from: text }))}
        />
        <Button
          variant="secondary"
          size="small"
          aria-label={swapLabel}
          title={swapLabel}
          onClick={() => setTexts(({ from: origin, to: destination }) => ({ from: destination, to: origin }))}
          className="noscript:hidden z-1 -mt-4 -mb-6 size-11 justify-self-end rounded-full p-0 max-sm:rotate-90 sm:mt-7 sm:mb-0"
        >
          <Icon name="swap" className="size-4" />
        </Button>
        <PlaceField
          {...shared}
          id="to"
          name={hydrated ? undefined : 'to'}
          texts={to}
          value={texts.to}
          onChange={(text) => setTexts((now) => ({ ...now, to: text }))}
        />
      </div>
      {hydrated && (
        <>
          <input type="hidden" name="from" value={codeOf(texts.from)} />
          <input type="hidden" name="to" value={codeOf(texts.to)} />
        </>
      )}
    </>
  );
}
