/** Next calls this once per server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startAirline } = await import('./server/start-airline');
  try {
    await startAirline();
  } catch (error) {
    // Next would go on and answer 500 to everything: say why and stop instead.
    console.error(`PassCom cannot start: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}
