import { describe, expect, it } from 'vitest';
import { contactSchema, documentSchema, passengerNameSchema, passengerSchema } from './passenger';

describe('a passenger’s name', () => {
  it.each([
    'Ana Souza',
    'José da Silva',
    "Maria D'Ávila",
    'João Sant’Anna',
    'Ana-Clara Sá',
    'Li Wu',
    'Łukasz Żak',
    '王 小明',
    'J. R. Tolkien',
  ])('%s is accepted', (name) => {
    expect(passengerNameSchema.parse(name)).toBe(name);
  });

  it('loses the blanks around it', () => {
    expect(passengerNameSchema.parse('  Ana Souza ')).toBe('Ana Souza');
  });

  it('may be written with combining accents', () => {
    expect(passengerNameSchema.safeParse('Jose\u0301 Sa\u0301').success).toBe(true);
  });

  it.each(['', ' ', 'Ana', 'A B1', 'Ana <b>', 'Ana\nSouza', 'Ana; drop', `A ${'b'.repeat(100)}`])(
    '%j is refused',
    (name) => {
      expect(passengerNameSchema.safeParse(name).success).toBe(false);
    },
  );
});

describe('a document', () => {
  it('is a CPF, kept as digits', () => {
    const typed = { kind: 'cpf', number: '529.982.247-25' };
    expect(documentSchema.parse(typed)).toEqual({ kind: 'cpf', number: '52998224725' });
  });

  it('or a passport, in capitals', () => {
    const typed = { kind: 'passport', number: ' fx123456 ' };
    expect(documentSchema.parse(typed)).toEqual({ kind: 'passport', number: 'FX123456' });
  });

  it.each([
    { kind: 'cpf', number: '11111111111' },
    { kind: 'passport', number: 'AB1' },
    { kind: 'passport', number: 'AB-12345' },
    { kind: 'rg', number: '1234567' },
    { number: '52998224725' },
    { kind: 'cpf', number: '52998224725', extra: true },
  ])('%j is refused', (document) => {
    expect(documentSchema.safeParse(document).success).toBe(false);
  });
});

describe('a passenger', () => {
  const ana = {
    name: 'Ana Souza',
    birthDate: '1990-05-17',
    document: { kind: 'cpf', number: '52998224725' },
  };

  it('has a name, a birth date and a document', () => {
    expect(passengerSchema.parse(ana)).toEqual(ana);
  });

  it.each([
    ['without a name', { ...ana, name: undefined }],
    ['without a document', { ...ana, document: undefined }],
    ['born before 1900', { ...ana, birthDate: '1899-12-31' }],
    ['born on a day that is none', { ...ana, birthDate: '1990-02-30' }],
    ['born at an hour', { ...ana, birthDate: '1990-05-17T00:00:00Z' }],
    ['with a field that nobody asked for', { ...ana, seat: '1A' }],
  ])('%s is refused', (_what, passenger) => {
    expect(passengerSchema.safeParse(passenger).success).toBe(false);
  });
});

describe('a contact', () => {
  it.each([{ email: 'ana@example.com' }, { email: 'ana@example.com', phone: '+55 (11) 91234-5678' }])(
    '%j is accepted',
    (contact) => {
      expect(contactSchema.parse(contact)).toEqual(contact);
    },
  );

  it.each([
    {},
    { email: 'ana' },
    { email: `${'a'.repeat(250)}@example.com` },
    { email: 'ana@example.com', phone: '12' },
    { email: 'ana@example.com', phone: 'call me maybe' },
    { email: 'ana@example.com', fax: '1' },
  ])('%j is refused', (contact) => {
    expect(contactSchema.safeParse(contact).success).toBe(false);
  });
});
