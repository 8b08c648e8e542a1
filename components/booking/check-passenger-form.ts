import type { ZodError } from 'zod';
import { type Contact, contactSchema, type Passenger, passengerSchema } from '@/server/domain/passenger';
import {
  type ContactField,
  contactFieldId,
  contactFields,
  type FieldProblem,
  type PassengerField,
  type PassengerFormValues,
  passengerFieldId,
  passengerFields,
} from './passenger-form';

export type CheckedPassengerForm =
  | { ok: true; details: { passengers: Passenger[]; contact: Contact } }
  | { ok: false; problems: FieldProblem[] };

/**
 * Checks the form with the schemas that the server keeps, in the browser and there. `today` is `YYYY-MM-DD`: nobody who
 * travels was born after it. Problems come in the order of the fields, one for each.
 */
export function checkPassengerForm(values: PassengerFormValues, today: string): CheckedPassengerForm {
  const passengers = values.passengers.map((typed) => passengerSchema.safeParse(passengerOf(typed)));
  const contact = contactSchema.safeParse(contactOf(values.contact));
  const problems = passengers.flatMap((parsed, index) => {
    const typed = values.passengers[index];
    return typed ? passengerProblems(index, { typed, error: parsed.error, today }) : [];
  });
  problems.push(...contactProblems(values.contact, contact.error));
  const checked = passengers.flatMap(({ data }) => (data ? [data] : []));
  if (problems.length > 0 || !contact.data) return { ok: false, problems };
  return { ok: true, details: { passengers: checked, contact: contact.data } };
}

function passengerOf({ name, birthDate, documentKind, documentNumber }: Record<PassengerField, string>) {
  return { name, birthDate, document: { kind: documentKind, number: documentNumber } };
}

function contactOf({ email, phone }: Record<ContactField, string>) {
  return { email: email.trim(), phone: phone.trim() === '' ? undefined : phone };
}

type Typed = { typed: Record<PassengerField, string>; error: ZodError | undefined; today: string };

function passengerProblems(index: number, { typed, error, today }: Typed): FieldProblem[] {
  const paths = new Set(error?.issues.map((issue) => issue.path.join('.')));
  const wrong: Record<PassengerField, boolean> = {
    name: paths.has('name'),
    birthDate: paths.has('birthDate') || typed.birthDate > today,
    documentKind: paths.has('document.kind') || paths.has('document'),
    documentNumber: paths.has('document.number'),
  };
  return passengerFields
    .filter((field) => wrong[field])
    .map((field) => ({
      fieldId: passengerFieldId(index, field),
      passengerIndex: index,
      field,
      kind: typed[field].trim() === '' ? 'MISSING' : 'INVALID',
    }));
}

function contactProblems(typed: Record<ContactField, string>, error: ZodError | undefined): FieldProblem[] {
  const wrong = new Set(error?.issues.map((issue) => String(issue.path[0])));
  return contactFields
    .filter((field) => wrong.has(field))
    .map((field) => ({
      fieldId: contactFieldId(field),
      passengerIndex: null,
      field,
      kind: typed[field].trim() === '' ? 'MISSING' : 'INVALID',
    }));
}
