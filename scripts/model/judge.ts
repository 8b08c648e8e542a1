import type { Search } from './parse-pan';
import { impossibleSteps, type Plan } from './searches';

/** What is wrong with a search's result, in words; null when it is as it must be. */
export function judge(plan: Plan, found: Search): string | null {
  if (plan.mutant !== null) return found.errors > 0 ? null : 'SURVIVED';
  if (found.errors > 0) return found.violation ?? 'error';
  if (!found.isComplete) return 'incomplete search';
  // Fewer ballots cannot bring out every step.
  if (plan.ballots < 3) return null;
  const impossible = impossibleSteps(plan);
  const missed = [...found.steps].filter(([name, count]) => count === 0 && !impossible.includes(name));
  if (found.steps.size === 0) return 'no steps counted';
  return missed.length > 0 ? `never reached: ${missed.map(([name]) => name).join(', ')}` : null;
}
