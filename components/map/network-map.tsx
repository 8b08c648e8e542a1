import { useTranslations } from 'next-intl';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { findAirport } from '@/server/domain/airport';
import { BaseMap } from './base-map';
import { bow } from './bow';
import { dots } from './dots';
import { hubsOf, type MapRoute, stopsOf } from './hubs';
import { NetworkChoice } from './network-choice';
import { countryFrame, project } from './project';
import { SpotNames } from './spot-names';

/** The map's width on a phone of 320 px. */
const narrowestWidth = 286;

/** Routes that an airport has at least to be named. */
const hubRoutes = 10;

/** Airlines that fly the same route bow it differently, so that each one's line is seen. */
const bends: Record<AirlineCode, number> = { rumos: 0.13, giro: 0.19, boreal: 0.07 };

/** Whose network is chosen stands out, by style sheet only. */
const networkClasses: Record<AirlineCode, string> = {
  rumos: 'opacity-10 group-has-[[value=all]:checked]:opacity-55 group-has-[[value=rumos]:checked]:opacity-90',
  giro: 'opacity-10 group-has-[[value=all]:checked]:opacity-55 group-has-[[value=giro]:checked]:opacity-90',
  boreal:
    'opacity-10 group-has-[[value=all]:checked]:opacity-55 group-has-[[value=boreal]:checked]:opacity-90',
};

/** Every route of the three networks on one map, with a choice under it that shows one network alone. No script runs. */
export function NetworkMap({ routes }: { routes: readonly MapRoute[] }) {
  const t = useTranslations('map');
  const stops = stopsOf(routes);
  const hubs = hubsOf(stops, hubRoutes).map(({ city, x, y }) => ({ text: city, x, y }));
  return (
    <figure className="group">
      <BaseMap
        label={t('network', { airports: stops.length, routes: routes.length })}
        frame={countryFrame}
        strokeWidth={1}
        names={<SpotNames spots={hubs} frame={countryFrame} narrowestWidth={narrowestWidth} fontSize={11} />}
      >
        {networksOf(routes).map(({ airline, lines }) => (
          <path
            key={airline}
            d={lines.join('')}
            stroke={`var(--airline-${airline})`}
            className={`transition-opacity duration-300 ${networkClasses[airline]}`}
          />
        ))}
        {[1, 2, 3].map((count) => (
          <path
            key={count}
            d={dots(stops.filter(({ airlines }) => airlines.size === count))}
            stroke="var(--ink)"
            strokeWidth={count + 1.5}
          />
        ))}
        <path d={dots(hubs)} stroke="var(--surface)" strokeWidth="10" />
        <path d={dots(hubs)} stroke="var(--ink)" strokeWidth="7" />
      </BaseMap>
      <NetworkChoice routes={routes} />
    </figure>
  );
}

/** Path data of each airline's routes, the largest network first, so that the smaller ones lie above it. */
function networksOf(routes: readonly MapRoute[]): { airline: AirlineCode; lines: string[] }[] {
  return airlineCodes
    .map((airline) => ({ airline, lines: linesOf(routes, airline) }))
    .toSorted((a, b) => b.lines.length - a.lines.length);
}

function linesOf(routes: readonly MapRoute[], airline: AirlineCode): string[] {
  return routes
    .filter(({ airlines }) => airlines.includes(airline))
    .flatMap(({ from, to }) => {
      const [origin, destination] = [findAirport(from), findAirport(to)];
      return origin && destination ? bow(project(origin), project(destination), bends[airline]) : [];
    });
}
