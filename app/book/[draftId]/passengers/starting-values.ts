import { maskCpf } from '@/components/booking/cpf-mask';
import type { PassengerFormValues } from '@/components/booking/passenger-form';
import type { Draft } from '@/server/booking/get-draft';
import type { Session } from '@/server/context';

/** What the form starts with: what was saved before, else what the account tells about the first passenger. */
export function startingValues(draft: Draft, session: Session | null): PassengerFormValues {
  const saved = draft.details;
  return {
    passengers: Array.from({ length: draft.passengerCount }, (_, index) => {
      const passenger = saved?.passengers[index];
      if (!passenger) {
        const name = index === 0 ? (session?.name ?? '') : '';
        return { name, birthDate: '', documentKind: 'cpf', documentNumber: '' };
      }
      const { kind, number } = passenger.document;
      return {
        name: passenger.name,
        birthDate: passenger.birthDate,
        documentKind: kind,
        documentNumber: kind === 'cpf' ? maskCpf(number) : number,
      };
    }),
    contact: {
      email: saved?.contact.email ?? session?.email ?? '',
      phone: saved?.contact.phone ?? '',
    },
  };
}
