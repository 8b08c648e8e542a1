'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

type ShareButtonProps = {
  /** What is shared, from the root of this site. */
  href: string;
  label: string;
  copiedLabel: string;
};

/**
 * Hands the address to whatever the phone sends things with, elsewhere to the clipboard, and says so; shows it to be copied
 * by hand where the clipboard is closed. Without JavaScript there is the address bar.
 */
export function ShareButton({ href, label, copiedLabel }: ShareButtonProps) {
  const [copiedHref, setCopiedHref] = useState<string | null>(null);
  const isCopied = copiedHref === href;
  async function share() {
    const url = new URL(href, location.origin).href;
    if (isPhone() && (await offerToApps(url))) return;
    if (await copy(url)) setCopiedHref(href);
    else prompt(label, url);
  }
  return (
    <div className="noscript:hidden">
      <Button variant="secondary" size="small" onClick={share}>
        <Icon name={isCopied ? 'check' : 'link'} className="size-4" />
        {isCopied ? copiedLabel : label}
      </Button>
      <span role="status" className="sr-only">
        {isCopied && copiedLabel}
      </span>
    </div>
  );
}

/** Where the system's own list of apps is what people expect. */
function isPhone(): boolean {
  return 'share' in navigator && matchMedia('(pointer: coarse)').matches;
}

/** False when the browser would not: the site came over plain HTTP, or the person said no. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** False when the system would not; somebody who closed the list has been served. */
async function offerToApps(url: string): Promise<boolean> {
  try {
    await navigator.share({ title: document.title, url });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError';
  }
}
