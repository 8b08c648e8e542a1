'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { LiveContext } from '@/components/live/live-context';
import { LiveStore } from '@/components/live/live-store';
import { LiveStream } from './live-stream';

type LivePageProps = { legIds: string[]; children: ReactNode };

/** Keeps what is inside up to date about these legs and all airlines, over the one stream of this tab. */
export function LivePage({ legIds, children }: LivePageProps) {
  const [store] = useState(() => new LiveStore());
  const asked = legIds.join(' ');
  useEffect(() => new LiveStream(asked === '' ? [] : asked.split(' '), store).open(), [asked, store]);
  return <LiveContext value={store}>{children}</LiveContext>;
}
