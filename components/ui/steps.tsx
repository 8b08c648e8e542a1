import Link from 'next/link';
import { classNames } from './class-names';
import { Icon } from './icon';

/** `href` only for steps that can be gone back to. */
export type Step = { label: string; href?: string };

type StepsProps = { label: string; steps: Step[]; currentIndex: number; doneLabel: string };

/** Where one is on a road of a few steps. On a narrow screen only the current step shows its words. */
export function Steps({ label, steps, currentIndex, doneLabel }: StepsProps) {
  return (
    <nav aria-label={label}>
      <ol className="flex items-center gap-2 text-sm sm:gap-3">
        {steps.map((step, index) => (
          <li
            key={step.label}
            aria-current={index === currentIndex ? 'step' : undefined}
            className={classNames(
              'flex items-center gap-2 sm:gap-3',
              index > 0 && 'before:h-px before:w-3 before:bg-line-strong sm:before:w-8',
            )}
          >
            <StepMark step={step} index={index} currentIndex={currentIndex} doneLabel={doneLabel} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

type StepMarkProps = { step: Step; index: number; currentIndex: number; doneLabel: string };

function StepMark({ step, index, currentIndex, doneLabel }: StepMarkProps) {
  const done = index < currentIndex;
  const current = index === currentIndex;
  const content = (
    <>
      <span
        aria-hidden="true"
        className={classNames(
          'figures grid size-7 shrink-0 place-items-center rounded-full border text-xs font-semibold',
          current && 'border-brand bg-brand text-on-brand',
          done && 'border-brand-text bg-brand-soft text-brand-text',
          !current && !done && 'border-line-strong text-ink-muted',
        )}
      >
        {done ? <Icon name="check" className="size-4" /> : index + 1}
      </span>
      <span className={classNames(current ? 'font-semibold text-ink' : 'text-ink-muted max-sm:sr-only')}>
        {step.label}
        {done && <span className="sr-only"> ({doneLabel})</span>}
      </span>
    </>
  );
  if (!step.href || current) return <span className="flex items-center gap-2">{content}</span>;
  return (
    <Link href={step.href} className="flex items-center gap-2 hover:underline">
      {content}
    </Link>
  );
}
