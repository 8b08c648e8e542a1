/** Groups the digits of a CPF as they are typed: `52998224725` → `529.982.247-25`, `5299` → `529.9`. */
export function maskCpf(typed: string): string {
  const digits = typed.replace(/\D/g, '').slice(0, 11);
  const [body, check] = [digits.slice(0, 9), digits.slice(9)];
  const groups = body.match(/\d{1,3}/g)?.join('.') ?? '';
  return check === '' ? groups : `${groups}-${check}`;
}

/** Enough of a document to be recognised by its owner, not enough to be used: `•••.982.247-••`, `••••456`. */
export function veilDocument(document: { kind: 'cpf' | 'passport'; number: string }): string {
  if (document.kind === 'cpf') return `•••.${document.number.slice(3, 6)}.${document.number.slice(6, 9)}-••`;
  return `••••${document.number.slice(-3)}`;
}
