import { describe, expect, it } from 'vitest';
import { localPath } from './local-path';

describe('where a person goes after signing in', () => {
  it.each([
    ['/', '/'],
    ['/trips', '/trips'],
    ['/flights?from=RBR&to=SSA#first', '/flights?from=RBR&to=SSA#first'],
    ['/book/1/../2/seats', '/book/2/seats'],
    ['/trips?next=https://evil.example', '/trips?next=https://evil.example'],
  ])('%s is on this site', (candidate, path) => {
    expect(localPath(candidate)).toBe(path);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    'trips',
    '',
    `/${'a'.repeat(2_000)}`,
    null,
    undefined,
    ['/trips'],
  ])('%j is not: it leads home', (candidate) => {
    expect(localPath(candidate)).toBe('/');
  });

  it('is the given page when the wish is refused', () => {
    expect(localPath('//evil.example', '/trips')).toBe('/trips');
  });
});
