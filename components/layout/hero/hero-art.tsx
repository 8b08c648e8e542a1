import type { AirlineCode } from '@/server/domain/airline-code';
import { BorealArt } from './boreal-art';
import { GiroArt } from './giro-art';
import { RumosArt } from './rumos-art';

const arts: Record<AirlineCode, () => React.JSX.Element> = {
  rumos: RumosArt,
  giro: GiroArt,
  boreal: BorealArt,
};

/** The picture behind the home page's title; decoration only. Fills the nearest positioned ancestor. */
export function HeroArt({ airline }: { airline: AirlineCode }) {
  const Art = arts[airline];
  return <Art />;
}
