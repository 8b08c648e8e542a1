import { dummyPasswordHash, type VerifyPassword } from '@/server/account/password-hash';

/**
 * So many hashes a failed sign-in costs, whatever it failed on: as many as accounts can have one e-mail after three
 * airlines were cut off from each other.
 */
const maxComparisons = 3;

/** One password tried on some accounts, in work that does not tell how many there are. */
export class PasswordTrial {
  readonly #compared = new Map<string, boolean>();
  #comparisons = 0;

  constructor(
    private readonly password: string,
    private readonly verify: VerifyPassword,
  ) {}

  /** True when the password made this hash. Each hash is compared once; none any more when the work is used up. */
  async opens(passwordHash: string): Promise<boolean> {
    const known = this.#compared.get(passwordHash);
    if (known !== undefined || this.#comparisons === maxComparisons) return known ?? false;
    const opens = await this.#compare(passwordHash);
    this.#compared.set(passwordHash, opens);
    return opens;
  }

  /** Does the rest of the work for nothing. */
  async exhaust(): Promise<void> {
    while (this.#comparisons < maxComparisons) await this.#compare(dummyPasswordHash);
  }

  #compare(passwordHash: string): Promise<boolean> {
    this.#comparisons += 1;
    return this.verify(passwordHash, this.password);
  }
}
