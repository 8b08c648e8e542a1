import account from './pt-BR/account.json';
import airlines from './pt-BR/airlines.json';
import booking from './pt-BR/booking.json';
import brand from './pt-BR/brand.json';
import fault from './pt-BR/fault.json';
import flights from './pt-BR/flights.json';
import hold from './pt-BR/hold.json';
import home from './pt-BR/home.json';
import journey from './pt-BR/journey.json';
import layout from './pt-BR/layout.json';
import map from './pt-BR/map.json';
import passengers from './pt-BR/passengers.json';
import refusals from './pt-BR/refusals.json';
import results from './pt-BR/results.json';
import review from './pt-BR/review.json';
import search from './pt-BR/search.json';
import seats from './pt-BR/seats.json';
import trips from './pt-BR/trips.json';

/** Everything the site says, one namespace per area; components ask for theirs with `useTranslations('flights')`. */
export const messages = {
  account,
  airlines,
  booking,
  brand,
  fault,
  flights,
  hold,
  home,
  journey,
  layout,
  map,
  passengers,
  refusals,
  results,
  review,
  search,
  seats,
  trips,
};

export const locale = 'pt-BR';

declare module 'next-intl' {
  interface AppConfig {
    Locale: typeof locale;
    Messages: typeof messages;
  }
}
