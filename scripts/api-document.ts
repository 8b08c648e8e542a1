import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderDocument } from './api-document/render';

/** `npm run docs:api` writes the generated sections of docs/api.md anew. */
const file = resolve('docs/api.md');

writeFileSync(file, renderDocument(readFileSync(file, 'utf8')));
