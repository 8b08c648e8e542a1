const anySite = 'http://site.invalid';

/** Longer than any of our URLs. */
const maxLength = 2_000;

/**
 * `candidate` when it leads to a page of this site (path, query and fragment), else `fallback`. For `next=` after
 * signing in: never another site, whatever browsers make of backslashes, control characters or `//`.
 */
export function localPath(candidate: unknown, fallback = '/'): string {
  if (typeof candidate !== 'string' || candidate.length > maxLength || !candidate.startsWith('/'))
    return fallback;
  if (!URL.canParse(candidate, anySite)) return fallback;
  const url = new URL(candidate, anySite);
  // `//other` parses to another origin, and `/.//other` to a path that a browser would take for one.
  if (url.origin !== anySite || url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search + url.hash;
}
