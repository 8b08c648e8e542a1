import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';

type FilterMarkProps = { shape: 'one' | 'many'; chosen: boolean };

/** Tells by its shape whether one choice replaces another (`one`, a circle) or joins it (`many`, a square). */
export function FilterMark({ shape, chosen }: FilterMarkProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'grid size-5 shrink-0 place-items-center border transition-colors duration-150',
        shape === 'one' ? 'rounded-full' : 'rounded-[0.375rem]',
        chosen ? 'border-brand bg-brand text-on-brand' : 'border-line-strong bg-surface',
      )}
    >
      {chosen && shape === 'one' && <span className="size-2 rounded-full bg-on-brand" />}
      {chosen && shape === 'many' && <Icon name="check" className="size-3.5" />}
    </span>
  );
}
