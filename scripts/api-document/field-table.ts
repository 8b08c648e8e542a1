import type { JsonSchema } from './shapes';
import { typeInWords } from './type-words';

type Field = { path: string; type: string };

/** A Markdown table with one row per field, nested fields under dotted paths; one line when there is a single value. */
export function fieldTable(schema: JsonSchema): string {
  const fields = fieldsOf(schema, '');
  if (fields.length === 0) return `${capitalised(typeInWords(schema))}.\n`;
  const rows = fields.map(({ path, type }) => `| \`${path}\` | ${type} |`);
  return ['| field | type |', '| --- | --- |', ...rows, ''].join('\n');
}

/** The fields inside a value; none for a plain value, which its own row describes. */
function fieldsOf(schema: JsonSchema, prefix: string): Field[] {
  const variants = (schema.anyOf ?? schema.oneOf ?? []).filter(({ type }) => type !== 'null');
  if (variants.length > 1) return variantFields(variants, prefix);
  const [only] = variants;
  if (only) return fieldsOf(only, prefix);
  if (schema.items) return fieldsOf(schema.items, `${prefix}[]`);
  if (typeof schema.additionalProperties === 'object')
    return fieldsOf(schema.additionalProperties, `${prefix}.*`);
  return Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
    const path = prefix ? `${prefix}.${name}` : name;
    const isOptional = value.default !== undefined || !schema.required?.includes(name);
    return [{ path: isOptional ? `${path}?` : path, type: typeInWords(value) }, ...fieldsOf(value, path)];
  });
}

/** A union of objects that one constant field tells apart: that field first, then what each variant has beside it. */
function variantFields(variants: JsonSchema[], prefix: string): Field[] {
  const tag = tagOf(variants);
  if (!tag) return [];
  const values = variants.map((variant) => `\`${variant.properties?.[tag]?.const}\``);
  const path = prefix ? `${prefix}.${tag}` : tag;
  return [
    { path, type: values.join(' or ') },
    ...variants.flatMap((variant, index) =>
      fieldsOf(variant, prefix)
        .filter((field) => field.path !== path)
        .map((field) => ({ ...field, type: `${field.type}, when \`${tag}\` is ${values[index]}` })),
    ),
  ];
}

function tagOf([first]: JsonSchema[]): string | undefined {
  return Object.entries(first?.properties ?? {}).find(([, value]) => value.const !== undefined)?.[0];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
