import { classNames } from '@/components/ui/class-names';
import { type AirlineCode, airlineIdentities } from '@/server/domain/airline-code';
import { airlineTints } from './airline-tints';
import { LogoMark } from './logo-mark';

/** An airline named in its own colour beside its sign: who operates, who answers. */
export function AirlineName({ airline }: { airline: AirlineCode }) {
  return (
    <span
      className={classNames('inline-flex items-center gap-1.5 font-semibold', airlineTints[airline].text)}
    >
      <LogoMark airline={airline} className="size-[1.1em] shrink-0" />
      {airlineIdentities[airline].name}
    </span>
  );
}
