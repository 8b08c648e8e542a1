import { describe, expect, it } from 'vitest';
import { customerRow } from '@/server/testing/customer-row';
import { displacedEmail, keepsEmail, originalEmail } from './email-holder';
import { emailSchema } from './registration';

const lowerId = '00000000-0000-4000-8000-000000000001';
const higherId = '00000000-0000-4000-8000-000000000002';

describe('an e-mail that two accounts were opened with', () => {
  it('stays with the earlier account', () => {
    const earlier = customerRow({ id: higherId, createdAt: new Date('2026-11-30T10:00:00.000Z') });
    const later = customerRow({ id: lowerId, createdAt: new Date('2026-11-30T10:00:00.001Z') });
    expect([keepsEmail(earlier, later), keepsEmail(later, earlier)]).toEqual([true, false]);
  });

  it('stays with the lower id when both were opened in one millisecond', () => {
    const [low, high] = [customerRow({ id: lowerId }), customerRow({ id: higherId })];
    expect([keepsEmail(low, high), keepsEmail(high, low)]).toEqual([true, false]);
  });

  it('is remembered by the account that lost it, under a text that is no address', () => {
    const row = customerRow({ id: lowerId });
    const displaced = { ...row, email: displacedEmail(row) };
    expect(emailSchema.safeParse(displaced.email).success).toBe(false);
    expect(originalEmail(displaced)).toBe('ana@example.com');
    expect(displacedEmail(displaced)).toBe(displaced.email);
  });
});
