export type PolicyOptions = {
  /** Fresh for each page; scripts without it do not run. */
  nonce: string;
  /** `next dev` needs eval, inline styles and a web socket. */
  development: boolean;
  https: boolean;
};

/**
 * The content security policy of a page. Scripts run by nonce and by trust of a script that had it. Style elements need
 * the nonce too; style *attributes* are allowed, because React writes them into the HTML (brand colours, seat grid) and
 * they cannot run anything.
 */
export function contentSecurityPolicy({ nonce, development, https }: PolicyOptions): string {
  const directives = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? ` 'unsafe-eval'` : ''}`,
    `style-src-elem 'self' ${development ? `'unsafe-inline'` : `'nonce-${nonce}'`}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'${development ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(https ? ['upgrade-insecure-requests'] : []),
  ];
  return directives.join('; ');
}

/** For everything that is not a page: nothing in it may be shown, run or loaded. */
export const dataPolicy = `default-src 'none'; frame-ancestors 'none'`;

/** One year, this host only: what else the domain serves is not ours to bind. */
const strictTransport = 'max-age=31536000';

/** The headers that every answer carries beside its policy. */
export function securityHeaders(https: boolean): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(https ? { 'Strict-Transport-Security': strictTransport } : {}),
  };
}
