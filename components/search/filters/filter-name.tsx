import { useTranslations } from 'next-intl';
import { airlineCodes } from '@/server/domain/airline-code';
import { airportNameOf } from '../airport-name';
import type { ActiveFilter } from './active-filters-of';

const either = new Intl.ListFormat('pt-BR', { type: 'disjunction' });

/** A filter in the words of somebody who asked for it. */
export function FilterName({ filter }: { filter: ActiveFilter }) {
  const t = useTranslations('flights.filters.active');
  const airlineName = useTranslations('airlines');
  switch (filter.kind) {
    case 'stops':
      return t('stops', { count: filter.maxStops });
    case 'departs':
    case 'arrives':
      return t(filter.kind, { part: filter.part });
    case 'airlines': {
      const [without, ...more] = airlineCodes.filter((code) => !filter.airlines.includes(code));
      if (without && more.length === 0) return t('withoutAirline', { airline: airlineName(without) });
      return t('onlyAirlines', { airlines: either.format(filter.airlines.map((code) => airlineName(code))) });
    }
    case 'origins':
    case 'destinations':
      return t(filter.kind, {
        airports: either.format(filter.airports.map(airportNameOf)) || t('noAirport'),
      });
    case 'avoid':
      return t('avoid', { airport: airportNameOf(filter.iata) });
    case 'change':
      return t('change');
  }
}
