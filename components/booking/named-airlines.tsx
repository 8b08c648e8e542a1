import { AirlineName } from '@/components/layout/airline-name';
import { type AirlineCode, inCanonicalOrder } from '@/server/domain/airline-code';
import type { NamedAirline } from './transaction-screen';

/** Airlines once each in canonical order, their names drawn on the server for islands in the browser. */
export function namedAirlines(codes: AirlineCode[]): NamedAirline[] {
  return inCanonicalOrder(codes).map((code) => ({ code, name: <AirlineName airline={code} /> }));
}
