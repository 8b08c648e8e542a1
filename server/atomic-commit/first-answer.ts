import type { AirlineCode } from '../domain/airline-code';
import { isRefusal } from '../errors';
import { isPeerUnreachable } from '../peers/peers';
import type { Engine } from './engine';

/**
 * Asks every peer that is not known to be away; resolves with the first answer that is not null, or with null when
 * there is none. Silence is no answer, nor is a refusal; anything else that goes wrong is a fault of ours.
 */
export async function firstAnswer<Answer>(
  { airline }: Engine,
  ask: (peer: AirlineCode) => Promise<Answer | null>,
): Promise<Answer | null> {
  const asked = airline.peers.codes.filter((peer) => airline.peers.statusOf(peer).state !== 'offline');
  return new Promise((resolve, reject) => {
    let silent = 0;
    const settle = (answer: Answer | null) => {
      if (answer !== null) resolve(answer);
      else if (++silent === asked.length) resolve(null);
    };
    if (asked.length === 0) resolve(null);
    for (const peer of asked)
      ask(peer)
        .catch((error) => {
          if (!isPeerUnreachable(error) && !isRefusal(error)) throw error;
          return null;
        })
        .then(settle, reject);
  });
}
