import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from './security-headers';

const production = { nonce: 'bm9uY2U=', development: false, https: true };

describe('the content security policy', () => {
  it('runs scripts by nonce only', () => {
    const script = contentSecurityPolicy(production)
      .split('; ')
      .find((directive) => directive.startsWith('script-src'));
    expect(script).toBe(`script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic'`);
  });

  it('allows no frame, no plug-in, no foreign form target and no foreign base', () => {
    const directives = contentSecurityPolicy(production).split('; ');
    expect(directives).toEqual(
      expect.arrayContaining([
        `default-src 'self'`,
        `frame-ancestors 'none'`,
        `object-src 'none'`,
        `form-action 'self'`,
        `base-uri 'self'`,
        `connect-src 'self'`,
      ]),
    );
  });

  it('takes no inline style element without the nonce', () => {
    expect(contentSecurityPolicy(production)).toContain(`style-src-elem 'self' 'nonce-bm9uY2U='`);
  });

  it('upgrades to https only where there is https', () => {
    expect(contentSecurityPolicy(production)).toContain('upgrade-insecure-requests');
    expect(contentSecurityPolicy({ ...production, https: false })).not.toContain('upgrade-insecure-requests');
  });

  it('is wider in development only', () => {
    expect(contentSecurityPolicy(production)).not.toMatch(/unsafe-eval|ws:/);
    expect(contentSecurityPolicy({ ...production, development: true })).toMatch(/'unsafe-eval'.*ws:/);
  });
});

describe('the other security headers', () => {
  it('are sent with and without https', () => {
    expect(securityHeaders(false)).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Frame-Options': 'DENY',
    });
  });

  it('ask for https in future only over https', () => {
    expect(securityHeaders(true)['Strict-Transport-Security']).toBe('max-age=31536000');
    expect(securityHeaders(false)).not.toHaveProperty('Strict-Transport-Security');
  });
});
