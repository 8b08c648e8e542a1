import { deploymentOf } from '../alliance/alliance-under-test';
import type { AirlineCode } from './airlines';

/** `http://localhost:3101`, without a slash at the end. */
export function siteUrl(airline: AirlineCode): string {
  return deploymentOf(airline).siteUrl;
}

/** The door of the other airlines; nobody else is let in. */
export function peerUrl(airline: AirlineCode): string {
  return deploymentOf(airline).peerUrl;
}
