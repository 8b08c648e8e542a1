/**
 * How many answers a property test compares: `SEARCH_RUNS=100000 npx vitest run --project unit server/search` asks for
 * more than the few that every change is worth; `npm test` asks for 20,000.
 */
export function searchRuns(usual: number): number {
  // biome-ignore lint/style/noProcessEnv: how long a test runs is its caller's affair
  return Number(process.env.SEARCH_RUNS ?? usual);
}
