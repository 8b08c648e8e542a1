import { classNames } from '@/components/ui/class-names';
import { type AirlineCode, airlineIdentities } from '@/server/domain/airline-code';
import { LogoMark } from './logo-mark';

/** Text and tint of each airline, the same on every site, for what that airline operates. */
export const airlineTints: Record<AirlineCode, { text: string; soft: string; solid: string }> = {
  rumos: { text: 'text-rumos', soft: 'bg-rumos-soft', solid: 'bg-rumos' },
  giro: { text: 'text-giro', soft: 'bg-giro-soft', solid: 'bg-giro' },
  boreal: { text: 'text-boreal', soft: 'bg-boreal-soft', solid: 'bg-boreal' },
};

/** An airline named in its own colour beside its sign: who operates, who answers. */
export function AirlineName({ airline, className }: { airline: AirlineCode; className?: string }) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 font-semibold',
        airlineTints[airline].text,
        className,
      )}
    >
      <LogoMark airline={airline} className="size-[1.1em] shrink-0" />
      {airlineIdentities[airline].name}
    </span>
  );
}
