import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { type RefusalCode, refusalCodes } from '@/server/errors';
import { refusalSentence } from '@/server/language/refusal-sentence';
import { fieldTable } from './field-table';
import { listPeerProcedures, listSiteProcedures, type Procedure } from './procedures';
import { type JsonSchema, jsonSchemaOf, type ShapeName, shapes } from './shapes';
import { summaries } from './summaries';

const callers: Record<Procedure['caller'], string> = {
  anybody: 'anybody',
  customer: 'a signed-in customer',
  peer: 'another airline',
};

const kinds: Record<Procedure['kind'], string> = {
  query: 'Query',
  mutation: 'Mutation',
  subscription: 'Subscription (server-sent events)',
};

/** The parts of docs/api.md that follow from the code, by the name of their section. */
export const sections: Record<string, () => string> = {
  refusals: refusalTable,
  site: () => listSiteProcedures().map(procedureText).join('\n'),
  peer: () => listPeerProcedures().map(procedureText).join('\n'),
  shapes: () => (Object.keys(shapes) as ShapeName[]).map(shapeText).join('\n'),
};

/**
 * The document with its generated sections written anew; everything outside them is kept. A section stands between
 * `<!-- generated: NAME -->` and `<!-- end: NAME -->`. Throws when the document lacks one.
 */
export function renderDocument(document: string): string {
  return Object.entries(sections).reduce((text, [name, render]) => {
    const [opening, closing] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
    const start = text.indexOf(opening);
    const end = text.indexOf(closing);
    if (start < 0 || end < start)
      throw new Error(`docs/api.md has no section between ${opening} and ${closing}`);
    return `${text.slice(0, start)}${opening}\n\n${render()}\n${text.slice(end)}`;
  }, document);
}

function refusalTable(): string {
  const rows = (Object.keys(refusalCodes) as RefusalCode[]).map((code) => {
    const status = getHTTPStatusCodeFromError(new TRPCError({ code: refusalCodes[code] }));
    return `| \`${code}\` | ${status} \`${refusalCodes[code]}\` | ${refusalSentence(code, {})} |`;
  });
  return ['| code | status | sentence |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

function procedureText({ name, kind, caller, input, output }: Procedure): string {
  const { text, refusals = [] } = summaries[name] ?? { text: '' };
  const own = refusals.map((code) => `\`${code}\``).join(', ');
  return [
    `### ${name}`,
    '',
    `${kinds[kind]} for ${callers[caller]}. ${text}`,
    '',
    ...(own ? [`Refusals of its own: ${own}.`, ''] : []),
    input ? `Input${tableOrName(jsonSchemaOf(input, 'input'))}` : 'No input.\n',
    output
      ? `${kind === 'subscription' ? 'Event' : 'Answer'}${tableOrName(jsonSchemaOf(output, 'output'))}`
      : 'No answer beyond its success.\n',
  ].join('\n');
}

function shapeText(name: ShapeName): string {
  const { $defs } = jsonSchemaOf(shapes[name], 'input') as { $defs: Record<string, JsonSchema> };
  return [`### ${name}`, '', fieldTable($defs[name] ?? {})].join('\n');
}

/** A shape that is named elsewhere needs no second table. */
function tableOrName(schema: JsonSchema): string {
  const table = fieldTable(schema);
  return table.startsWith('|') ? `:\n\n${table}` : `: ${table.charAt(0).toLowerCase()}${table.slice(1)}`;
}
