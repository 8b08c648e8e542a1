/** Where a search can start or end: one airport, or all airports of a city (`airport` is null then). */
export type Place = { code: string; city: string; airport: string | null; uf: string; label: string };

type ServedAirport = { iata: string; city: string; name: string; uf: string };
type CityGroup = { code: string; city: string; airports: readonly string[] };

/** Lower case without accents: `São Paulo` and `sao paulo` are the same to a search. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
}

/**
 * The places that these airports make: first the cities with several airports, each before its airports, then the rest
 * by city, because the big cities are what most people look for.
 */
export function placesOf(airports: ServedAirport[], groups: readonly CityGroup[]): Place[] {
  const grouped = groups.flatMap((group): Place[] => {
    const member = airports.find((airport) => group.airports.includes(airport.iata));
    if (!member) return [];
    const label = `${group.city} (${group.code})`;
    return [{ code: group.code, city: group.city, airport: null, uf: member.uf, label }];
  });
  const citiesWithGroup = new Set(grouped.map((place) => place.city));
  const single = airports.map(({ iata, city, name, uf }): Place => {
    const label = citiesWithGroup.has(city) ? `${city}, ${name} (${iata})` : `${city} (${iata})`;
    return { code: iata, city, airport: name, uf, label };
  });
  const isGrouped = (place: Place) => citiesWithGroup.has(place.city);
  return [...grouped, ...single].sort((a, b) => Number(isGrouped(b)) - Number(isGrouped(a)) || byCity(a, b));
}

function byCity(a: Place, b: Place): number {
  const allFirst = Number(a.airport !== null) - Number(b.airport !== null);
  return a.city.localeCompare(b.city, 'pt-BR') || allFirst || a.label.localeCompare(b.label, 'pt-BR');
}

/** 0 is the best; null when the typed text (folded) is nowhere in the place. */
function rankOf(place: Place, typed: string): number | null {
  const city = foldText(place.city);
  const airport = foldText(place.airport ?? '');
  if (place.code.toLowerCase() === typed) return 0;
  if (city.startsWith(typed)) return 1;
  if (airport.startsWith(typed)) return 2;
  if (`${city} ${airport}`.split(/[\s-]+/).some((word) => word.startsWith(typed))) return 3;
  return `${city} ${airport} ${foldText(place.label)}`.includes(typed) ? 4 : null;
}

/** The places that match what was typed, best first, at most `limit`; all of them when nothing was typed. */
export function matchPlaces(places: readonly Place[], typed: string, limit: number): Place[] {
  const folded = foldText(typed);
  if (folded === '') return places.slice(0, limit);
  return places
    .flatMap((place) => {
      const rank = rankOf(place, folded);
      return rank === null ? [] : [{ place, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ place }) => place);
}

/**
 * The one place that a typed text means: a code, `Cidade (COD)`, a city, an airport's name, or a beginning of these
 * that only one city has. Null when nothing or more than one city answers to it.
 */
export function resolvePlace(places: readonly Place[], typed: string): Place | null {
  const code = /\(([a-z]{3})\)\s*$/i.exec(typed)?.[1] ?? typed.trim();
  const byCode = places.find((place) => place.code === code.toUpperCase());
  if (byCode) return byCode;

  const folded = foldText(typed);
  if (folded.length < 2) return null;
  const exact = places.find(
    (place) => foldText(place.city) === folded || foldText(place.airport ?? '') === folded,
  );
  if (exact) return exact;

  const [first, ...others] = matchPlaces(places, typed, places.length);
  return first && others.every((other) => other.city === first.city) ? first : null;
}
