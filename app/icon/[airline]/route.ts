import type { NextRequest } from 'next/server';
import { type AirlineCode, airlineCodeSchema } from '@/server/domain/airline-code';

/** The signs of `components/layout/logo-mark.tsx` on their own ground, in colours that stand on any browser's tab bar. */
const signs: Record<AirlineCode, string> = {
  rumos:
    '<rect width="40" height="40" rx="8" fill="#0b5f50"/><path d="M31 9 22.8 22.8 17.2 17.2Z" fill="#f3c268"/><path d="M9 31 22.8 22.8 17.2 17.2Z" fill="#fff"/>',
  giro: '<path d="M20 20V2a13 13 0 0 1 13 13c0 2.8-2.2 5-5 5Z" fill="#d31a56"/><path d="M20 20h18a13 13 0 0 1-13 13c-2.8 0-5-2.2-5-5Z" fill="#ff7a61"/><path d="M20 20v18A13 13 0 0 1 7 25c0-2.8 2.2-5 5-5Z" fill="#ffb627"/><path d="M20 20H2A13 13 0 0 1 15 7c2.8 0 5 2.2 5 5Z" fill="#7a4cf0"/>',
  boreal:
    '<rect width="40" height="40" rx="10" fill="#0b1138"/><g fill="none" stroke-linecap="round" stroke-width="2.8"><path d="M8 28C9.5 15 16 8 20 8s10.5 7 12 20" stroke="#9db0ff"/><path d="M14 28c1-7.5 4-12 6-12s5 4.5 6 12" stroke="#7ef0cf"/></g>',
};

export async function GET(
  _request: NextRequest,
  { params }: { params: Promise<{ airline: string }> },
): Promise<Response> {
  const code = airlineCodeSchema.safeParse((await params).airline);
  if (!code.success) return new Response(null, { status: 404 });
  return new Response(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${signs[code.data]}</svg>`,
    {
      headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' },
    },
  );
}
