/** What text inputs, date inputs and selects look like; red border when `aria-invalid`. */
export const controlClasses =
  'block min-h-12 w-full min-w-0 rounded-control border border-line-strong bg-surface px-3.5 py-2.5 text-base text-ink transition-[border-color,box-shadow] duration-150 placeholder:text-ink-muted hover:border-brand-text focus:border-brand-text aria-invalid:border-danger aria-invalid:border-2 disabled:bg-sunken';
