import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authRequestProblem } from '@/server/auth/auth-request';
import { type AuthSite, getAuthSite } from '@/server/auth/auth-site';
import { callbackUrlCookie } from '@/server/auth/cookies';
import { authOptions } from '@/server/auth/options';
import { signInFailureResponse } from '@/server/auth/sign-in-failure';

type Context = { params: Promise<{ nextauth: string[] }> };

/** Sign-in, session and sign-out for programs: next-auth's protocol, on this airline's cookies. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  const site = getAuthSite();
  const { nextauth } = await context.params;
  const status = authRequestProblem({
    method: request.method,
    action: nextauth.join('/'),
    contentType: request.headers.get('content-type'),
    contentLength: request.headers.get('content-length'),
    callbackUrls: callbackUrlsOf(request, site),
  });
  if (status)
    return Response.json({ message: 'This request is not one that sign-in understands.' }, { status });

  let failure: unknown = null;
  const observer = { onFailure: (error: unknown) => (failure = error) };
  const response: Response = await NextAuth(request, context, authOptions(site, observer));
  return failure ? signInFailureResponse(site.airline, { failure, response }) : response;
}

function callbackUrlsOf(request: NextRequest, { airline, secure }: AuthSite): string[] {
  const { name } = callbackUrlCookie({ code: airline.code, secure });
  const urls = [request.nextUrl.searchParams.get('callbackUrl'), request.cookies.get(name)?.value];
  return urls.filter((url) => typeof url === 'string');
}

export { handle as GET, handle as POST };
