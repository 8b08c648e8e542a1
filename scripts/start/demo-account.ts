import { z } from 'zod';

/** Known to everybody, for trying things out on one machine. */
export const demoAccount = {
  name: 'Vitória Viajante',
  email: 'viajante@exemplo.com.br',
  password: 'boa-viagem-2026',
};

const refusalSchema = z.object({
  error: z.object({ data: z.object({ passcom: z.object({ code: z.string() }) }) }),
});

/** Registers the demo account through the public contract. Returns false when the site refused for another reason than having it. */
export async function registerDemoAccount(siteUrl: string): Promise<boolean> {
  try {
    const answer = await fetch(`${siteUrl}/api/trpc/account.register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: siteUrl },
      body: JSON.stringify(demoAccount),
      signal: AbortSignal.timeout(10_000),
    });
    if (answer.ok) return true;
    const refusal = refusalSchema.safeParse(await answer.json());
    return refusal.success && refusal.data.error.data.passcom.code === 'EMAIL_TAKEN';
  } catch {
    return false;
  }
}
