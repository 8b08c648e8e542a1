import { classNames } from '@/components/ui/class-names';
import type { AirlineCode } from '@/server/domain/airline-code';
import { LogoMark } from './logo-mark';

const wordmarks: Record<AirlineCode, string> = { rumos: 'Rumos', giro: 'giro', boreal: 'Boreal' };

/** Sign and name of the airline whose site this is, in that brand's display face. */
export function Logo({ airline, className }: { airline: AirlineCode; className?: string }) {
  return (
    <span className={classNames('inline-flex items-center gap-2.5 text-brand-text', className)}>
      <LogoMark airline={airline} className="size-9 shrink-0" />
      <span
        className={classNames('display leading-none', airline === 'giro' ? 'text-[1.75rem]' : 'text-2xl')}
      >
        {wordmarks[airline]}
      </span>
    </span>
  );
}
