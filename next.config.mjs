import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./server/language/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  // npm start builds each state of the sources into a folder of its own, never under a running server.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  // Native or connection-holding packages stay outside the bundles.
  serverExternalPackages: ['postgres', '@node-rs/argon2'],
  poweredByHeader: false,
  headers: async () => [
    // Built files go past `proxy.ts`.
    { source: '/_next/static/:path*', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] },
    // The address of a drawing changes with it: `npm run map` writes a version into it.
    {
      source: '/map/:drawing',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
    },
  ],
  typescript: {
    // npm run verify checks the types of everything, tests included; a site must not fail to start over a test's type.
    ignoreBuildErrors: true,
    // It only extends tsconfig.json, which is what keeps Next from writing each distDir into that file.
    tsconfigPath: 'tsconfig.build.json',
  },
};

export default withNextIntl(config);
