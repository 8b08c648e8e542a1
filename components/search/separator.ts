/** Between two facts on a line; where the line must break, it breaks after the dot. */
export const separator = '\u00a0· ';
