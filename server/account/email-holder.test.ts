import { describe, expect, it } from 'vitest';
import { customerCopy } from '@/server/testing/customer-row';
import { registrationOrder } from './email-holder';

const lowerId = '00000000-0000-4000-8000-000000000001';
const higherId = '00000000-0000-4000-8000-000000000002';

describe('an e-mail that two accounts were opened with', () => {
  it('stays with the earlier account', () => {
    const earlier = customerCopy({ id: higherId, registeredStamp: '2026-11-30T10:00:00.000Z-0000-giro' });
    const later = customerCopy({ id: lowerId, registeredStamp: '2026-11-30T10:00:00.001Z-0000-boreal' });
    expect([later, earlier].toSorted(registrationOrder)).toEqual([earlier, later]);
  });

  it('stays with the lower airline when both were opened in one millisecond, then with the lower id', () => {
    const stamp = '2026-11-30T10:00:00.000Z-0000';
    const rumos = customerCopy({ id: lowerId, registeredStamp: `${stamp}-rumos` });
    const giro = customerCopy({ id: higherId, registeredStamp: `${stamp}-giro` });
    const otherGiro = customerCopy({ id: lowerId, registeredStamp: `${stamp}-giro` });
    expect([rumos, giro, otherGiro].toSorted(registrationOrder)).toEqual([otherGiro, giro, rumos]);
  });
});
