'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

type CopyButtonProps = { text: string; label: string; copiedLabel: string };

/** Puts a text on the clipboard and says that it did. */
export function CopyButton({ text, label, copiedLabel }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
  }
  return (
    <>
      <Button variant="secondary" size="small" onClick={copy}>
        <Icon name={isCopied ? 'check' : 'copy'} className="size-4" />
        {isCopied ? copiedLabel : label}
      </Button>
      <span role="status" className="sr-only">
        {isCopied && copiedLabel}
      </span>
    </>
  );
}
