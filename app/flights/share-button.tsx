'use client';

import { CopyButton } from '@/components/ui/copy-button';

type ShareButtonProps = {
  /** What is shared, from the root of this site. */
  href: string;
  label: string;
  copiedLabel: string;
};

/**
 * Hands the address to whatever the phone sends things with, elsewhere to the clipboard. Without JavaScript there is the
 * address bar.
 */
export function ShareButton({ href, label, copiedLabel }: ShareButtonProps) {
  async function addressToCopy(): Promise<string | null> {
    const url = new URL(href, location.origin).href;
    return isPhone() && (await offerToApps(url)) ? null : url;
  }
  return (
    <div className="noscript:hidden">
      {/* What was copied is no longer what is shown when the address has changed: hence the key. */}
      <CopyButton key={href} icon="link" text={addressToCopy} label={label} copiedLabel={copiedLabel} />
    </div>
  );
}

/** Where the system's own list of apps is what people expect. */
function isPhone(): boolean {
  return 'share' in navigator && matchMedia('(pointer: coarse)').matches;
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
