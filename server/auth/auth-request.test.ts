import { describe, expect, it } from 'vitest';
import { type AuthRequest, authRequestProblem } from './auth-request';

const post: AuthRequest = {
  method: 'POST',
  action: 'callback/credentials',
  contentType: 'application/x-www-form-urlencoded; charset=UTF-8',
  contentLength: '120',
  callbackUrls: [],
};
const get: AuthRequest = { ...post, method: 'GET', action: 'csrf', contentType: null, contentLength: null };

describe('a request to sign-in', () => {
  it.each([
    ['a form post', post],
    ['the first step', get],
    ['reading the session', { ...get, action: 'session' }],
    ['signing out', { ...post, action: 'signout' }],
    [
      'a local return address',
      { ...get, action: 'signin', callbackUrls: ['/trips', 'http://localhost:3002/trips'] },
    ],
    // Where it leads is judged later; it is no error.
    ['a foreign return address', { ...post, callbackUrls: ['https://evil.example'] }],
  ])('is handled: %s', (_case, request) => {
    expect(authRequestProblem(request)).toBeNull();
  });

  it.each([
    ['an action that is not offered', { ...get, action: 'verify-request' }, 404],
    ["next-auth's open error log", { ...post, action: '_log' }, 404],
    ['another provider', { ...post, action: 'callback/github' }, 404],
    ['a GET of the form’s target', { ...get, action: 'callback/credentials' }, 405],
    ['a method nobody offers', { ...post, method: 'DELETE' }, 405],
    ['a return address that is no URL', { ...get, callbackUrls: ['trips'] }, 400],
    ['a return address that is a script', { ...get, callbackUrls: ['javascript:alert(1)'] }, 400],
    ['a damaged return address', { ...get, callbackUrls: ['http://['] }, 400],
    ['a JSON body', { ...post, contentType: 'application/json' }, 415],
    ['no body type', { ...post, contentType: null }, 415],
    ['a body of unknown length', { ...post, contentLength: null }, 411],
    ['an oversized body', { ...post, contentLength: '8193' }, 413],
    ['a length that is no number', { ...post, contentLength: 'many' }, 413],
  ])('is refused: %s', (_case, request, status) => {
    expect(authRequestProblem(request)).toBe(status);
  });
});
