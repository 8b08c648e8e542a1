import { type KeyboardEvent, useState } from 'react';

type SuggestionsOptions<Item> = { items: readonly Item[]; onChoose: (item: Item) => void };

/**
 * The open list under a text field and which of its items the arrow keys are on. `handlers` go on the text field, which
 * keeps the focus; what leaves the list closed leaves the keys to the browser.
 */
export function useSuggestions<Item>({ items, onChoose }: SuggestionsOptions<Item>) {
  const [isOpen, setOpen] = useState(false);
  const [marked, setMarked] = useState<number | null>(null);
  const active = isOpen && marked !== null && marked < items.length ? marked : null;

  const open = () => {
    setOpen(true);
    setMarked(null);
  };
  const close = () => {
    setOpen(false);
    setMarked(null);
  };
  const move = (step: 1 | -1) => {
    setOpen(true);
    setMarked(nextActive(active, step, items.length));
  };
  const chooseActive = () => {
    const item = active === null ? undefined : items[active];
    if (item !== undefined) onChoose(item);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && active !== null) {
      event.preventDefault();
      chooseActive();
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      close();
    }
  };
  return {
    isOpen,
    active,
    open,
    close,
    handlers: { onKeyDown, onClick: open, onBlur: chooseActive },
  };
}

/** One step down or up the list; over either end is nowhere, from where the next step enters at the other end. */
export function nextActive(active: number | null, step: 1 | -1, count: number): number | null {
  if (count === 0) return null;
  if (active === null) return step === 1 ? 0 : count - 1;
  const next = active + step;
  return next >= 0 && next < count ? next : null;
}
