import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { customers } from '@/db/schema';
import type { Airline } from '@/server/airline';
import { type AccountAlliance, createAccountAlliance } from '@/server/testing/account-airlines';
import { customerRow, fakeHash } from '@/server/testing/customer-row';
import { applyCustomer } from './apply-customer';
import type { CustomerRow } from './customer';
import { displacedEmail } from './email-holder';

let alliance: AccountAlliance;
let rumos: Airline;
let giro: Airline;

beforeAll(async () => {
  alliance = await createAccountAlliance();
  ({ rumos, giro } = alliance.airlines);
});
afterAll(() => alliance.close());
beforeEach(() => alliance.reset());

async function rowsOf(airline: Airline): Promise<CustomerRow[]> {
  return airline.db.select().from(customers).orderBy(customers.id);
}

const earlier = customerRow({ id: '00000000-0000-4000-8000-000000000002' });
const later = customerRow({
  id: '00000000-0000-4000-8000-000000000001',
  homeAirline: 'rumos',
  createdAt: new Date('2026-11-30T11:00:00.000Z'),
});

describe('a copy of an account', () => {
  it('is kept as it was sent', async () => {
    expect(await applyCustomer(rumos, customerRow())).toBe('stored');
    expect(await rowsOf(rumos)).toEqual([customerRow()]);
  });

  it('changes nothing the second time', async () => {
    await applyCustomer(rumos, customerRow());
    expect(await applyCustomer(rumos, customerRow())).toBe('unchanged');
    expect(await rowsOf(rumos)).toEqual([customerRow()]);
  });

  it('that is stale never restores an old password or name', async () => {
    const updatedAt = new Date('2026-12-01T10:00:00.000Z');
    const current = customerRow({
      credentialEpoch: 2,
      passwordHash: fakeHash(2),
      name: 'Ana Lima',
      updatedAt,
    });
    await applyCustomer(rumos, current);
    expect(await applyCustomer(rumos, customerRow())).toBe('unchanged');
    expect(await rowsOf(rumos)).toEqual([current]);
  });

  it('is kept once when it arrives many times at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => applyCustomer(rumos, customerRow())));
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
    expect(await rowsOf(rumos)).toHaveLength(1);
  });
});

describe('two accounts with one e-mail, opened on two sides of a cut', () => {
  it('end alike at every airline, the earlier one with the e-mail', async () => {
    await applyCustomer(rumos, later);
    await applyCustomer(rumos, earlier);
    await applyCustomer(giro, earlier);
    await applyCustomer(giro, later);
    const expected = [{ ...later, email: displacedEmail(later) }, earlier];
    expect(await rowsOf(rumos)).toEqual(expected);
    expect(await rowsOf(giro)).toEqual(expected);
  });

  it('are both kept when they arrive at once', async () => {
    for (let round = 0; round < 20; round++) {
      await rumos.db.delete(customers);
      await Promise.all([earlier, later, earlier, later].map((row) => applyCustomer(rumos, row)));
      expect(await rowsOf(rumos)).toEqual([{ ...later, email: displacedEmail(later) }, earlier]);
    }
  });

  it('still take each its own changes', async () => {
    await applyCustomer(rumos, earlier);
    await applyCustomer(rumos, later);
    await applyCustomer(rumos, { ...later, credentialEpoch: 2, passwordHash: fakeHash(7) });
    expect(await rowsOf(rumos)).toEqual([
      { ...later, email: displacedEmail(later), credentialEpoch: 2, passwordHash: fakeHash(7) },
      earlier,
    ]);
  });
});
