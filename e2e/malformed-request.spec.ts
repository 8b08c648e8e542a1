import { expect, test } from '@playwright/test';
import { airlines } from './api/airlines';
import { register } from './api/customers';
import { SiteClient } from './api/site-client';
import { daysAfter, travelDateOf } from './api/trips';

let client: SiteClient;

test.beforeAll(async () => {
  client = await register('boreal');
});

const json = { 'content-type': 'application/json' };

type Malformed = [title: string, status: number, code: string, path: string, init: RequestInit];

const renaming = { method: 'POST', body: JSON.stringify({ name: 'Eva Souza' }) };

const requests: Malformed[] = [
  [
    "a change that another site's page sends",
    403,
    'ORIGIN_FOREIGN',
    'account.update',
    { ...renaming, headers: { ...json, origin: 'https://evil.example' } },
  ],
  [
    'a change that a browser calls cross-site',
    403,
    'ORIGIN_FOREIGN',
    'account.update',
    { ...renaming, headers: { ...json, 'sec-fetch-site': 'cross-site' } },
  ],
  [
    'a change asked for with GET',
    405,
    'INPUT_INVALID',
    'account.update?input=%7B%22name%22%3A%22Eva%20Souza%22%7D',
    {},
  ],
  [
    'a change that is half of a JSON text',
    400,
    'INPUT_INVALID',
    'account.update',
    { ...renaming, body: '{"name":', headers: json },
  ],
  ['a question that is half of a JSON text', 400, 'INPUT_INVALID', 'search.itineraries?input=%7B%22from', {}],
  [
    'a change that is not JSON',
    415,
    'INPUT_INVALID',
    'account.update',
    { ...renaming, headers: { 'content-type': 'text/plain' } },
  ],
  [
    'a change of two megabytes',
    413,
    'INPUT_INVALID',
    'account.update',
    { method: 'POST', body: JSON.stringify({ name: 'E'.repeat(2_000_000) }), headers: json },
  ],
  ['a procedure that does not exist', 404, 'INPUT_INVALID', 'booking.takeAll', {}],
];

for (const [title, status, code, path, init] of requests) {
  test(`${title} is refused and changes nothing`, async () => {
    const before = await client.ask('account.profile');
    const answer = await client.read(await client.send(`/api/trpc/${path}`, init));
    expect({ status: answer.status, code: answer.refusal?.code }, answer.text).toEqual({ status, code });
    expect(answer.message, 'a sentence for people').toMatch(/^\p{Lu}.+ .+[.!]$/su);
    expect(await client.ask('account.profile')).toEqual(before);
  });
}

const date = travelDateOf('search-results');
const oneWay = `/flights?from=RBR&to=SSA&date=${date}`;
const returnTrip = `${oneWay}&return=${daysAfter(date, 1)}`;

/** Addresses and headers that people mistype and scanners try. */
const oddRequests: [title: string, path: string, init?: RequestInit][] = [
  ['a page that does not exist', '/nothing-here'],
  ['a broken escape', '/flights?from=%E0%A4%A'],
  ['a NUL in the query', '/flights?from=%00&to=SSA&date=2027-01-01'],
  ['every field twice', '/flights?from=RBR&from=GRU&to=SSA&to=BSB&date=x&date=y&passengers=0&passengers=99'],
  ['a way there that is none', `${returnTrip}&outbound=rumos:1:2027-01-01:RBR|%00|`],
  ['a way there of ten thousand characters', `${returnTrip}&outbound=${'x'.repeat(10_000)}`],
  ['a way back before the way there', `${oneWay}&return=2020-01-01`],
  ['a month that no year has', `${returnTrip}&month=2027-13`],
  ['a page that no list has', `${returnTrip}&pages=-1&pages=999999999999`],
  ['filters that nobody knows', `${returnTrip}&sort=__proto__&stops=99&airline=acme&departs=tea&arrives=%00`],
  ['a thousand airports to avoid', `${returnTrip}&${'avoid=BSB&'.repeat(1_000)}`],
  ['a reason that is none', `${returnTrip}&refused=toString`],
  ['a draft that is none', '/book/not-a-draft/seats'],
  ["somebody else's draft", '/book/11111111-1111-4111-8111-111111111111/review'],
  ['a locator that is none', '/bookings/%F0%9F%9B%AB'],
  ['a way out through next', '/sign-in?next=https%3A%2F%2Fevil.example'],
  [
    'an action that does not exist',
    '/',
    { method: 'POST', headers: { 'next-action': 'f'.repeat(42) }, body: '[]' },
  ],
  ['a form that belongs to no page', '/trips', { method: 'POST', body: new URLSearchParams({ a: 'b' }) }],
  [
    'a cookie of rubbish',
    '/trips',
    { headers: { cookie: 'passcom-rumos.session=%%%; passcom-rumos.visitor=%01' } },
  ],
];

for (const [title, path, init] of oddRequests) {
  test(`${title} is no fault of any site`, async () => {
    for (const airline of airlines) {
      const { status } = await new SiteClient(airline).send(path, init);
      expect(status, `${airline} ${path}`).toBeLessThan(500);
    }
  });
}
