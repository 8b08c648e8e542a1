import { airportNameOf } from '../airport-name';

/** `Guarulhos GRU`. */
export function AirportWords({ iata }: { iata: string }) {
  return (
    <>
      {`${airportNameOf(iata)} `}
      <span className="font-normal text-ink-muted">{iata}</span>
    </>
  );
}
