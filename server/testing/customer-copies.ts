import { array, constantFrom, integer, option, record } from 'fast-check';
import type { CustomerCopy } from '@/server/account/customer';
import { customerCopy, fakeHash } from './customer-row';

export const accountIds = [1, 2, 3, 4, 5].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`);

const emails = ['ana@example.com', 'eva@example.com'];

const stamp = (second: number) => `2026-12-01T10:00:0${second}.000Z-0000-giro`;

/** What an account was opened with never changes: it follows from the id. Some share e-mail, some the moment too. */
function opening(place: number) {
  return {
    id: accountIds[place],
    email: emails[place % 3 === 0 ? 1 : 0],
    registeredStamp: stamp(place === 4 ? 2 : place),
    createdAt: new Date(Date.UTC(2026, 11, 1, 10, 0, place)),
  };
}

/** Some airline's copy of one of five accounts. Few values on purpose, so that ties and equal copies are common. */
const anyCopy = record({
  place: integer({ min: 0, max: 4 }),
  credentialEpoch: integer({ min: 1, max: 3 }),
  passwordHash: integer({ min: 1, max: 3 }).map(fakeHash),
  name: constantFrom('Ana Souza', 'Ana S.', 'Ana Lima'),
  profileStamp: integer({ min: 0, max: 3 }).map(stamp),
  mergedInto: option(constantFrom(...accountIds), { freq: 3 }),
}).map(({ place, ...changes }): CustomerCopy => customerCopy({ ...opening(place), ...changes }));

/** Copies of several accounts, in any order, some of them more than once. */
export const anyCopies = array(anyCopy, { minLength: 1, maxLength: 12 });

export const anyCopyOf = (place: number) =>
  anyCopy.map((copy) => ({ ...copy, ...opening(place) }) as CustomerCopy);
