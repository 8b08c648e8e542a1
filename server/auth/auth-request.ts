/** A sign-in form is a few hundred bytes. */
const maxBodyBytes = 8_192;

/** What of next-auth this site offers; its built-in pages, OAuth and its public error log are not part of it. */
const offered: Record<string, readonly string[]> = {
  GET: ['csrf', 'session', 'providers', 'signin', 'signout', 'error'],
  POST: ['callback/credentials', 'signout'],
};

export type AuthRequest = {
  method: string;
  /** The path behind `/api/auth/`. */
  action: string;
  contentType: string | null;
  contentLength: string | null;
  /** The `callbackUrl` of query and cookie, where present. */
  callbackUrls: readonly string[];
};

/**
 * The HTTP status that refuses a request to next-auth, or null for one that it handles well. next-auth answers 500 to
 * damaged return addresses, bodies and unknown combinations, which are the client's doing.
 */
export function authRequestProblem(request: AuthRequest): 400 | 404 | 405 | 411 | 413 | 415 | null {
  const { method, action, callbackUrls } = request;
  if (!Object.values(offered).some((actions) => actions.includes(action))) return 404;
  if (!offered[method]?.includes(action)) return 405;
  if (!callbackUrls.every(isReturnAddress)) return 400;
  return method === 'POST' ? bodyProblem(request) : null;
}

function bodyProblem({ contentType, contentLength }: AuthRequest): 411 | 413 | 415 | null {
  if (!contentType?.toLowerCase().startsWith('application/x-www-form-urlencoded')) return 415;
  if (contentLength === null) return 411;
  return Number(contentLength) <= maxBodyBytes ? null : 413;
}

/** What next-auth can read; whether it leads to this site is decided later. */
function isReturnAddress(url: string): boolean {
  return (
    url === '' ||
    (url.startsWith('/')
      ? URL.canParse(url, 'http://site.invalid')
      : /^https?:/.test(url) && URL.canParse(url))
  );
}
