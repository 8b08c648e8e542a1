import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { refusalCodes } from '@/server/errors';
import { fieldTable } from './field-table';
import { listPeerProcedures, listSiteProcedures } from './procedures';
import { renderDocument } from './render';
import type { JsonSchema } from './shapes';
import { summaries } from './summaries';

const procedures = [...listSiteProcedures(), ...listPeerProcedures()];
const callerOf = (name: string) => procedures.find((procedure) => procedure.name === name)?.caller;
const tableOf = (schema: z.ZodType) => fieldTable(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema);

describe('docs/api.md', () => {
  const document = readFileSync('docs/api.md', 'utf8');

  it('is what npm run docs:api writes', () => expect(renderDocument(document)).toBe(document));

  it('says something of every procedure and of nothing else', () => {
    expect(procedures.map(({ name }) => name).sort()).toEqual(Object.keys(summaries).sort());
  });

  it('keeps what stands outside its generated sections, and misses none', () => {
    expect(renderDocument(`mine\n${document}`)).toBe(`mine\n${document}`);
    expect(() => renderDocument('# empty')).toThrow('no section');
  });

  it('lists every refusal once', () => {
    for (const code of Object.keys(refusalCodes)) expect(document.split(`\n| \`${code}\` |`)).toHaveLength(2);
  });
});

describe('who may call', () => {
  it('is read from the middlewares', () => {
    expect(callerOf('search.itineraries')).toBe('anybody');
    expect(callerOf('inventory.hold')).toBe('anybody');
    expect(callerOf('booking.purchase')).toBe('customer');
    expect(callerOf('peer.prepare')).toBe('peer');
  });
});

describe('a field table', () => {
  it('has a row per field, with bounds, defaults and nested fields', () => {
    const schema = z.strictObject({
      name: z.string().min(3).max(100),
      limit: z.int().min(1).max(200).default(50),
      legs: z
        .array(z.object({ to: z.enum(['GRU', 'SSA']).nullable() }))
        .min(1)
        .max(8),
    });
    expect(tableOf(schema)).toBe(
      [
        '| field | type |',
        '| --- | --- |',
        '| `name` | text of 3–100 characters |',
        '| `limit?` | integer 1–200, else `50` |',
        '| `legs` | list of 1–8 × object |',
        '| `legs[].to` | `GRU` or `SSA` or null |',
        '',
      ].join('\n'),
    );
  });

  it('tells the variants of a union apart', () => {
    const vote = z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('yes') }),
      z.object({ kind: z.literal('no'), reason: z.string().optional() }),
    ]);
    expect(tableOf(vote)).toContain('| `kind` | `yes` or `no` |\n| `reason?` | text, when `kind` is `no` |');
  });

  it('is one sentence for a plain value', () => expect(tableOf(z.uuid().nullable())).toBe('UUID or null.\n'));
});
