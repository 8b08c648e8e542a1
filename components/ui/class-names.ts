/** Joins the class names that are there; a later one does not override an earlier one. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
