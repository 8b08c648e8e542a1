export const passengerFields = ['name', 'birthDate', 'documentKind', 'documentNumber'] as const;
export type PassengerField = (typeof passengerFields)[number];

export const contactFields = ['email', 'phone'] as const;
export type ContactField = (typeof contactFields)[number];

/** What stands in the form, as typed. */
export type PassengerFormValues = {
  passengers: Record<PassengerField, string>[];
  contact: Record<ContactField, string>;
};

/** One field that must be corrected; `passengerIndex` is null for the contact. */
export type FieldProblem = {
  fieldId: string;
  passengerIndex: number | null;
  field: PassengerField | ContactField;
  kind: 'MISSING' | 'INVALID';
};

/** Id and name of a passenger's field in the form. */
export function passengerFieldId(index: number, field: PassengerField): string {
  return `passenger-${index + 1}-${field}`;
}

/** Id and name of a contact field in the form. */
export function contactFieldId(field: ContactField): string {
  return `contact-${field}`;
}

/** Reads what was typed for `passengerCount` passengers; absent fields and files count as empty. */
export function readPassengerForm(form: FormData, passengerCount: number): PassengerFormValues {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, maxTypedLength) : '';
  };
  return {
    passengers: Array.from({ length: passengerCount }, (_, index) => ({
      name: text(passengerFieldId(index, 'name')),
      birthDate: text(passengerFieldId(index, 'birthDate')),
      documentKind: text(passengerFieldId(index, 'documentKind')),
      documentNumber: text(passengerFieldId(index, 'documentNumber')),
    })),
    contact: { email: text(contactFieldId('email')), phone: text(contactFieldId('phone')) },
  };
}

/** More than any field may hold; enough to be shown back and corrected. */
const maxTypedLength = 300;
