import { mkdirSync, writeFileSync } from 'node:fs';
import { drawingFiles } from './map/drawings';

/** `npm run map` writes the drawings that pages show by reference: the base map, and signs that lists repeat. */
mkdirSync('public/map', { recursive: true });
for (const [file, text] of Object.entries(drawingFiles())) writeFileSync(file, text);
