import { ensureChromium } from '@/scripts/chromium';
import { ourselves } from '@/scripts/process-identity';
import { endWithUs } from '@/scripts/start/end-with-us';
import { startAlliance } from '@/scripts/start/start-alliance';
import { allianceUnderTest, handOver } from './alliance-under-test';

/** Before all specs: a browser, and three airlines with empty databases and a short schedule. Returns what stops them. */
export default async function setUpAlliance(): Promise<() => Promise<void>> {
  // The processes that run the specs read the configuration after this and find what it installed.
  ensureChromium();
  const { members } = allianceUnderTest;
  const supervisor = ourselves();
  const stop = endWithUs(members, supervisor);
  try {
    const environments = await startAlliance({
      alliance: allianceUnderTest,
      airlines: members,
      supervisor,
      fresh: true,
      environment: process.env,
      report: (line) => console.log(line),
      signal: new AbortController().signal,
    });
    handOver({ supervisor, environments: Object.fromEntries(environments) });
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
