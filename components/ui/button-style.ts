import { classNames } from './class-names';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';
export type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize; className?: string };

const base =
  'inline-flex select-none items-center justify-center gap-2 rounded-button text-center font-semibold leading-tight transition-[background-color,border-color,color,transform] duration-150 ease-calm active:translate-y-px aria-disabled:cursor-not-allowed aria-disabled:opacity-60 disabled:opacity-60';

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-brand text-on-brand hover:bg-brand-hover',
  secondary: 'border border-line-strong bg-surface text-ink hover:border-brand-text hover:text-brand-text',
  quiet: 'text-brand-text hover:bg-brand-soft',
  danger: 'border border-danger bg-surface text-danger hover:bg-danger-soft',
};

const sizes: Record<ButtonSize, string> = {
  small: 'min-h-9 pointer-coarse:min-h-11 px-3.5 py-1.5 text-sm',
  medium: 'min-h-11 px-5 py-2 text-base',
  large: 'min-h-12 px-7 py-3 text-base',
};

/** The look that buttons and links dressed as buttons have in common. */
export function buttonClasses({ variant = 'primary', size = 'medium', className }: ButtonLook): string {
  return classNames(base, variants[variant], sizes[size], className);
}
