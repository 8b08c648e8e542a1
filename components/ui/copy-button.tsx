'use client';

import { useState } from 'react';
import { Button } from './button';
import { Icon, type IconName } from './icon';

type CopyButtonProps = {
  /** What is copied, or what finds it when the button is pressed: null when nothing is to be copied after all. */
  text: string | (() => Promise<string | null>);
  icon?: IconName;
  label: string;
  copiedLabel: string;
};

/** Puts a text on the clipboard and says that it did; shows it to be copied by hand where the clipboard is closed. */
export function CopyButton({ text, icon = 'copy', label, copiedLabel }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);
  async function copy() {
    const wanted = typeof text === 'string' ? text : await text();
    if (wanted === null) return;
    if (await writeToClipboard(wanted)) setIsCopied(true);
    else prompt(label, wanted);
  }
  return (
    <>
      <Button variant="secondary" size="small" onClick={copy}>
        <Icon name={isCopied ? 'check' : icon} className="size-4" />
        {isCopied ? copiedLabel : label}
      </Button>
      <span role="status" className="sr-only">
        {isCopied && copiedLabel}
      </span>
    </>
  );
}

/** False when the browser would not: the site came over plain HTTP, or the person said no. */
async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
