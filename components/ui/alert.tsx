import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';

export type AlertTone = 'info' | 'positive' | 'warning' | 'danger';

const looks: Record<AlertTone, { box: string; ink: string; icon: IconName }> = {
  info: { box: 'border-line-strong/40 bg-brand-soft', ink: 'text-brand-text', icon: 'info' },
  positive: { box: 'border-positive/40 bg-positive-soft', ink: 'text-positive', icon: 'check' },
  warning: { box: 'border-warning/40 bg-warning-soft', ink: 'text-warning', icon: 'alert' },
  danger: { box: 'border-danger/40 bg-danger-soft', ink: 'text-danger', icon: 'alert' },
};

type AlertProps = {
  tone?: AlertTone;
  title?: ReactNode;
  children?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits its turn; leave it out for what was there from the start. */
  role?: 'alert' | 'status';
  className?: string;
};

/** A message that belongs to the page: an icon, an optional title and a sentence or two. */
export function Alert({ tone = 'info', title, children, role, className }: AlertProps) {
  const { box, ink, icon } = looks[tone];
  return (
    <div role={role} className={classNames('flex gap-3 rounded-card border p-4 text-ink', box, className)}>
      <Icon name={icon} className={classNames('mt-0.5 size-5', ink)} />
      <div className="min-w-0 space-y-1 text-sm">
        {title && <p className="text-base font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
