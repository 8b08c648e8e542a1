import type { Airline } from './airline';
import type { AirlineCode } from './domain/airline-code';

export type Session = {
  customerId: string;
  name: string;
  email: string;
  /** False when an account that was opened earlier holds the e-mail. */
  holdsEmail: boolean;
};

/** What a procedure of the public site knows about its call. */
export type SiteContext = {
  airline: Airline;
  session: Session | null;
  /** Network address of the caller, for rate limits only. */
  address: string;
  /** False when a browser says that another site's page sent the request. */
  sameOrigin: boolean;
};

/** What a procedure of the peer port knows about its call: the signature was checked before. */
export type PeerContext = { airline: Airline; caller: AirlineCode };
