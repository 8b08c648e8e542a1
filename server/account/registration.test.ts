import { describe, expect, it } from 'vitest';
import { registrationSchema } from './registration';

const good = { name: 'Ana Souza', email: 'ana@example.com', password: 'correct horse' };

function complaintOf(change: Record<string, unknown>): string | undefined {
  const parsed = registrationSchema.safeParse({ ...good, ...change });
  return parsed.success
    ? undefined
    : `${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`;
}

describe('a registration', () => {
  it('is read with its e-mail in lower case and without spaces around', () => {
    const parsed = registrationSchema.parse({ ...good, email: '  Ana@Example.COM ', name: ' Ana Souza ' });
    expect(parsed).toEqual(good);
  });

  it.each(['José d’Ávila-Núñez', "O'Neil", 'Cliente 30', '王小明'])('takes the name %s', (name) => {
    expect(complaintOf({ name })).toBeUndefined();
  });

  it.each([
    [{ name: 'A' }, 'name: at least 2 characters'],
    [{ name: 'a'.repeat(101) }, 'name: at most 100 characters'],
    [{ name: 'Ana\u0000Souza' }, 'name: letters, digits, spaces and simple punctuation'],
    [{ name: '<b>Ana</b>' }, 'name: letters, digits, spaces and simple punctuation'],
    [{ email: 'ana' }, 'email: an e-mail address, like ana@example.com'],
    [{ email: 'ana\u0000@example.com' }, 'email: an e-mail address, like ana@example.com'],
    [{ email: "'; drop table customers; --" }, 'email: an e-mail address, like ana@example.com'],
    [{ email: `${'a'.repeat(250)}@example.com` }, 'email: at most 254 characters'],
    [{ password: '123456789' }, 'password: at least 10 characters: a short sentence is easy to remember'],
    [{ password: 'x'.repeat(201) }, 'password: at most 200 characters'],
  ])('refuses %j and says why', (change, complaint) => {
    expect(complaintOf(change)).toBe(complaint);
  });

  it('refuses a key that it does not know', () => {
    expect(registrationSchema.safeParse({ ...good, role: 'operator' }).success).toBe(false);
  });
});
