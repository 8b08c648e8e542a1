/** The parameters of an address, as Next hands them to a page. */
export type SearchParams = Record<string, string | string[] | undefined>;

type Param = SearchParams[string];

/** Longer than the label of any place and than the ids of four legs together. */
const maxTextLength = 200;

/** A parameter given once; of several the first. Empty when it is not there. */
export function textOf(param: Param): string {
  return ([param].flat()[0] ?? '').trim().slice(0, maxTextLength);
}

/** A parameter that may be repeated. */
export function textsOf(param: Param): string[] {
  return [param].flat().filter((text) => text !== undefined);
}
