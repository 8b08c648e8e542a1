import { z } from 'zod';
import { airlineCodeSchema } from './domain/airline-code';

const port = z.coerce.number().int().min(1).max(65_535);

const envSchema = z.object({
  AIRLINE: airlineCodeSchema,
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'a postgres:// URL'),
  PEER_PORT: port,
  PEER_HOST: z.string().default('127.0.0.1'),
  ALLIANCE_FILE: z.string().min(1),
  PEER_KEY_FILE: z.string().min(1),
  NEXTAUTH_URL: z.url(),
  NEXTAUTH_SECRET: z.string().min(32, 'at least 32 characters'),
  /** Reverse proxies in front of the site that append to `X-Forwarded-For`. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  RATE_LIMIT_FACTOR: z.coerce.number().positive().default(1),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(12),
  DEMO_NETWORK: z.stringbool().default(false),
});

export type Env = z.infer<typeof envSchema>;

/** Values that stand in `.env.example`; a deployment that still has them is refused. */
const exampleSecrets = new Set(['change-me-change-me-change-me-change-me']);

/**
 * The environment of this airline, read and checked in this one place. Throws an Error whose message names each
 * variable that is missing or wrong, without its value.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const env = checkEnv(envSchema, source);
  if (exampleSecrets.has(env.NEXTAUTH_SECRET)) {
    throw new Error(
      'environment: NEXTAUTH_SECRET is the example value. Generate one: openssl rand -base64 32',
    );
  }
  return env;
}

const operatorEnvSchema = envSchema.pick({ AIRLINE: true, DATABASE_URL: true });

export type OperatorEnv = z.infer<typeof operatorEnvSchema>;

/** The part of the environment that the operator's command line needs. Throws as `readEnv` does. */
export function readOperatorEnv(source: Record<string, string | undefined> = process.env): OperatorEnv {
  return checkEnv(operatorEnvSchema, source);
}

const peerEnvSchema = envSchema.pick({
  AIRLINE: true,
  DATABASE_URL: true,
  ALLIANCE_FILE: true,
  PEER_KEY_FILE: true,
});

export type PeerEnv = z.infer<typeof peerEnvSchema>;

/** What a command needs that speaks to the peers in the airline's name. Throws as `readEnv` does. */
export function readPeerEnv(source: Record<string, string | undefined> = process.env): PeerEnv {
  return checkEnv(peerEnvSchema, source);
}

function checkEnv<Schema extends z.ZodType>(
  schema: Schema,
  source: Record<string, string | undefined>,
): z.infer<Schema> {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`environment: ${problems.join('; ')}. See .env.example.`);
}

/** True under `next dev` only. */
export const isDevelopment = process.env.NODE_ENV === 'development';

/** The arming file of `server/crash-point.ts`; null outside the fault tests, which alone set the variable. */
export const crashPointsFile: string | null = process.env.CRASH_POINTS_FILE || null;
