/** Lines of a table: the first column to the left, the others to the right, under their names. */
export function tableLines(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const lineOf = (cells: readonly string[]) =>
    cells
      .map((text, column) =>
        column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart((widths[column] ?? 0) + 3),
      )
      .join('')
      .trimEnd();
  return [lineOf(columns), ...rows.map(lineOf)];
}

/** Milliseconds in as many digits as mean something. */
export function milliseconds(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (value >= 100) return value.toFixed(0);
  return value >= 1 ? value.toFixed(2) : value.toFixed(4);
}

/** How many times as long. */
export function times(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return `${value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(1)}×`;
}

export function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
