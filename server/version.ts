import manifest from '@/package.json';

/** The release that this process runs, told to operators and peers. */
export const version: string = manifest.version;
