import { describe, expect, it } from 'vitest';
import { checkPassengerForm } from './check-passenger-form';
import { maskCpf, veilDocument } from './cpf-mask';
import { contactFieldId, passengerFieldId, readPassengerForm } from './passenger-form';

const today = '2026-12-01';

function formOf(changes: Record<string, string> = {}): FormData {
  const form = new FormData();
  const fields = {
    [passengerFieldId(0, 'name')]: 'Vitória Régia',
    [passengerFieldId(0, 'birthDate')]: '1990-02-03',
    [passengerFieldId(0, 'documentKind')]: 'cpf',
    [passengerFieldId(0, 'documentNumber')]: '529.982.247-25',
    [contactFieldId('email')]: 'vitoria@exemplo.com.br',
    [contactFieldId('phone')]: '',
    ...changes,
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

function problemsOf(changes: Record<string, string>): string[] {
  const checked = checkPassengerForm(readPassengerForm(formOf(changes), 1), today);
  return checked.ok ? [] : checked.problems.map(({ fieldId, kind }) => `${fieldId} ${kind}`);
}

describe('checkPassengerForm', () => {
  it('yields what the booking needs', () => {
    expect(checkPassengerForm(readPassengerForm(formOf(), 1), today)).toEqual({
      ok: true,
      details: {
        passengers: [
          {
            name: 'Vitória Régia',
            birthDate: '1990-02-03',
            document: { kind: 'cpf', number: '52998224725' },
          },
        ],
        contact: { email: 'vitoria@exemplo.com.br', phone: undefined },
      },
    });
  });

  it.each([
    [{ 'passenger-1-name': '' }, 'passenger-1-name MISSING'],
    [{ 'passenger-1-name': 'Vitória' }, 'passenger-1-name INVALID'],
    [{ 'passenger-1-birthDate': '' }, 'passenger-1-birthDate MISSING'],
    [{ 'passenger-1-birthDate': '31/02/1990' }, 'passenger-1-birthDate INVALID'],
    [{ 'passenger-1-birthDate': '2026-12-02' }, 'passenger-1-birthDate INVALID'],
    [{ 'passenger-1-documentNumber': '529.982.247-24' }, 'passenger-1-documentNumber INVALID'],
    [{ 'passenger-1-documentNumber': '111.111.111-11' }, 'passenger-1-documentNumber INVALID'],
    [{ 'passenger-1-documentNumber': '' }, 'passenger-1-documentNumber MISSING'],
    [{ 'passenger-1-documentKind': 'rg' }, 'passenger-1-documentKind INVALID'],
    [{ 'contact-email': '' }, 'contact-email MISSING'],
    [{ 'contact-email': 'vitoria@' }, 'contact-email INVALID'],
    [{ 'contact-phone': 'abc' }, 'contact-phone INVALID'],
  ])('%o is told at its field', (changes, problem) => {
    expect(problemsOf(changes)).toEqual([problem]);
  });

  it('accepts a passport where there is no CPF', () => {
    expect(
      problemsOf({ 'passenger-1-documentKind': 'passport', 'passenger-1-documentNumber': 'fz 123456' }),
    ).toEqual(['passenger-1-documentNumber INVALID']);
    expect(
      problemsOf({ 'passenger-1-documentKind': 'passport', 'passenger-1-documentNumber': 'fz123456' }),
    ).toEqual([]);
  });

  it('lists the problems of every passenger in the order of the form', () => {
    const checked = checkPassengerForm(readPassengerForm(new FormData(), 2), today);
    const fields = checked.ok ? [] : checked.problems.map(({ fieldId }) => fieldId);
    expect(fields).toEqual([
      'passenger-1-name',
      'passenger-1-birthDate',
      'passenger-1-documentKind',
      'passenger-2-name',
      'passenger-2-birthDate',
      'passenger-2-documentKind',
      'contact-email',
    ]);
  });

  it('does not carry a flood of text back', () => {
    const values = readPassengerForm(formOf({ 'passenger-1-name': 'a'.repeat(100_000) }), 1);
    expect(values.passengers[0]?.name).toHaveLength(300);
  });
});

describe('documents', () => {
  it('groups a CPF while it is typed', () => {
    expect(
      ['', '5', '5299', '529982247', '5299822472', '529.982.247-25', '52998224725999'].map(maskCpf),
    ).toEqual(['', '5', '529.9', '529.982.247', '529.982.247-2', '529.982.247-25', '529.982.247-25']);
  });

  it('shows only the middle of a document', () => {
    expect(veilDocument({ kind: 'cpf', number: '52998224725' })).toBe('•••.982.247-••');
    expect(veilDocument({ kind: 'passport', number: 'FZ123456' })).toBe('••••456');
  });
});
