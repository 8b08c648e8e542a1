import { type JsonSchema, namedBy } from './shapes';

/** zod writes the largest safe integers where a schema gives no bound. */
const unbounded = Number.MAX_SAFE_INTEGER;

/** Formats under the names that docs/api.md explains. */
const formats: Record<string, string> = {
  uuid: 'UUID',
  date: 'date',
  'date-time': 'instant',
  email: 'e-mail',
};

/** What a value is, in a few words for a table cell. */
export function typeInWords(schema: JsonSchema): string {
  const words = withoutDefault(schema);
  return schema.default === undefined ? words : `${words}, else \`${JSON.stringify(schema.default)}\``;
}

function withoutDefault(schema: JsonSchema): string {
  if (schema.$ref) return nameInWords(schema.$ref);
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return unionInWords(variants);
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(' or ');
  switch (schema.type) {
    case 'string':
      return textInWords(schema);
    case 'integer':
      return numberInWords('integer', schema);
    case 'number':
      return numberInWords('number', schema);
    case 'array':
      return listInWords(schema);
    case 'object':
      return objectInWords(schema);
    case undefined:
      return 'any JSON';
    default:
      return schema.type;
  }
}

function nameInWords(ref: string): string {
  const named = namedBy(ref);
  return 'word' in named ? named.word : `[${named.shape}](#${named.shape.toLowerCase()})`;
}

function unionInWords(variants: JsonSchema[]): string {
  const words = variants.map((variant) => (variant.type === 'null' ? 'null' : withoutDefault(variant)));
  return [...new Set(words)].join(' or ');
}

function objectInWords({ properties = {}, propertyNames, additionalProperties }: JsonSchema): string {
  if (additionalProperties === false && Object.keys(properties).length === 0) return 'empty object';
  return propertyNames?.$ref ? `object by ${nameInWords(propertyNames.$ref)}` : 'object';
}

function textInWords({ format, pattern, minLength, maxLength }: JsonSchema): string {
  if (format) return formats[format] ?? format;
  const length = range(minLength, maxLength);
  const size = length ? ` of ${length} character${length === '1' ? '' : 's'}` : '';
  return pattern ? `text${size} like \`/${pattern.replaceAll('|', '\\|')}/\`` : `text${size}`;
}

function numberInWords(kind: string, { minimum, exclusiveMinimum, maximum }: JsonSchema): string {
  const least = kind === 'integer' && exclusiveMinimum !== undefined ? exclusiveMinimum + 1 : minimum;
  const bounds = range(least === -unbounded ? undefined : least, maximum === unbounded ? undefined : maximum);
  return bounds ? `${kind} ${bounds}` : kind;
}

function listInWords({ items, minItems, maxItems }: JsonSchema): string {
  const count = range(minItems, maxItems);
  return `list of ${count ? `${count} × ` : ''}${items ? typeInWords(items) : 'any JSON'}`;
}

function range(least: number | undefined, most: number | undefined): string {
  if (least !== undefined && most !== undefined) return least === most ? `${least}` : `${least}–${most}`;
  if (least !== undefined) return `≥ ${least}`;
  return most === undefined ? '' : `≤ ${most}`;
}
