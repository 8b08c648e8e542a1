import type { AirlineCode } from '../domain/airline-code';
import { operatingAirline } from '../domain/leg';
import type { CataloguePage } from './catalogue-messages';

/**
 * Why a page of `origin`'s catalogue, asked for after a cursor, cannot be applied; null when it can. An airline may
 * write only its own legs, in ascending order, and each page must lead further, or the pull would never end.
 */
export function faultOfPage(origin: AirlineCode, after: number, page: CataloguePage): string | null {
  const foreign = page.legs.find(({ legId }) => operatingAirline(legId) !== origin);
  if (foreign) return `${foreign.legId} is not a leg of ${origin}`;
  let last = after;
  for (const { legId, changeSeq } of page.legs) {
    if (changeSeq <= last) return `${legId} stands at ${changeSeq}, after ${last}`;
    last = changeSeq;
  }
  if (new Set(page.legs.map(({ legId }) => legId)).size < page.legs.length) return 'a leg stands twice';
  if (page.next < last) return `it ends at ${page.next}, before its last leg at ${last}`;
  if (page.next > page.latest) return `it ends at ${page.next}, beyond the latest change ${page.latest}`;
  if (page.next === after && page.latest > after) return `it does not lead beyond ${after}`;
  return null;
}
