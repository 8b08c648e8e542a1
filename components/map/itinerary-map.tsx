import { useTranslations } from 'next-intl';
import { type AirlineCode, airlineIdentities } from '@/server/domain/airline-code';
import { type Airport, findAirport } from '@/server/domain/airport';
import { BaseMap } from './base-map';
import { bow, pointsOfBow } from './bow';
import { dots } from './dots';
import { fitFrame } from './fit-frame';
import { type Point, project } from './project';
import { SpotNames } from './spot-names';

type TripLeg = { airline: AirlineCode; from: string; to: string };
type MappedLeg = { airline: AirlineCode; from: MappedAirport; to: MappedAirport };
type MappedAirport = Airport & Point;

const list = new Intl.ListFormat('pt-BR');

/** The map's width in a card on a phone of 320 px. */
const narrowestWidth = 236;

/**
 * A trip on the map: a bow for each leg in the colour of the airline that flies it, a dotted line where the traveller
 * changes airports, each airport's code. Nothing when we do not know where an airport lies.
 */
export function ItineraryMap({ legs }: { legs: readonly TripLeg[] }) {
  const t = useTranslations('map');
  const mapped = legs.flatMap(locate);
  if (mapped.length === 0 || mapped.length < legs.length) return null;
  const lines = mapped.flatMap(({ from, to }) => pointsOfBow(from, to));
  const frame = fitFrame(lines);
  const airports = new Map(mapped.flatMap(({ from, to }) => [from, to]).map((place) => [place.iata, place]));
  const spots = [...airports.values()].map(({ iata, x, y }) => ({ text: iata, x, y }));
  const transfers = roadTransfers(mapped);
  return (
    <BaseMap
      label={t('trip', {
        from: mapped[0]?.from.city ?? '',
        legs: list.format(
          mapped.map(({ to, airline }) =>
            t('leg', { to: to.city, airline: airlineIdentities[airline].name }),
          ),
        ),
      })}
      frame={frame}
      strokeWidth={2.5}
      names={<SpotNames {...{ spots, lines, frame, narrowestWidth }} fontSize={13} keepAll />}
    >
      {transfers && <path d={transfers} stroke="var(--ink-muted)" strokeDasharray="0 5" />}
      {mapped.map(({ airline, from, to }) => (
        <path key={from.iata} d={bow(from, to)} stroke={`var(--airline-${airline})`} />
      ))}
      <path d={dots(spots)} stroke="var(--ink)" strokeWidth="8" />
    </BaseMap>
  );
}

function locate({ airline, from, to }: TripLeg): MappedLeg[] {
  const [origin, destination] = [findAirport(from), findAirport(to)];
  if (!origin || !destination) return [];
  return [
    {
      airline,
      from: { ...origin, ...project(origin) },
      to: { ...destination, ...project(destination) },
    },
  ];
}

/** Straight lines from the airport of arrival to another one of the same city; '' when there are none. */
function roadTransfers(legs: readonly MappedLeg[]): string {
  return legs
    .map(({ to }, index) => {
      const next = legs[index + 1]?.from;
      return next && next.iata !== to.iata ? `M${to.x} ${to.y}L${next.x} ${next.y}` : '';
    })
    .join('');
}
