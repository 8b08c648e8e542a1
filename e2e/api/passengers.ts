import type { Passenger } from './wire';

const givenNames = ['Ana', 'Bruno', 'Clara', 'Davi', 'Elisa', 'Fábio', 'Gabriela', 'Heitor', 'Íris'];

/** Adults with valid CPFs, the same ones each time: a passenger may fly on many bookings. */
export function newPassengers(count: number): Passenger[] {
  return givenNames.slice(0, count).map((givenName, index) => ({
    name: `${givenName} Moreira`,
    birthDate: `198${index}-04-0${index + 1}`,
    document: { kind: 'cpf', number: cpfWith(111_222_300 + index) },
  }));
}

/** Nine digits and their two check digits (mod 11). */
export function cpfWith(nineDigits: number): string {
  let digits = String(nineDigits).padStart(9, '0');
  digits += checkDigit(digits);
  return digits + checkDigit(digits);
}

function checkDigit(digits: string): string {
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (digits.length + 1 - index),
    0,
  );
  return String(((sum * 10) % 11) % 10);
}
