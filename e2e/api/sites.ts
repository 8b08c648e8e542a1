import { fileURLToPath } from 'node:url';
import { readDeployment } from '@/scripts/start/deployment';
import type { AirlineCode } from './airlines';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the airlines under test listen; the same variables decide as for `npm start`. */
const { members } = readDeployment({ root, environment: process.env, only: null });

function memberOf(airline: AirlineCode) {
  const member = members.find(({ code }) => code === airline);
  if (!member) throw new Error(`no deployment of ${airline}`);
  return member;
}

export function siteUrl(airline: AirlineCode): string {
  return memberOf(airline).siteUrl;
}

/** The door of the other airlines; nobody else is let in. */
export function peerUrl(airline: AirlineCode): string {
  return memberOf(airline).peerUrl;
}
