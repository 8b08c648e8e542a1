import { ensureChromium } from '@/scripts/chromium';
import { ourselves } from '@/scripts/process-identity';
import { forceAirline, stopAirline } from '@/scripts/start/airline-lifecycle';
import { isSupervisedBy } from '@/scripts/start/running-file';
import { startAlliance } from '@/scripts/start/start-alliance';
import { allianceUnderTest, handOver } from './alliance-under-test';

/** Before all specs: a browser, and three airlines with empty databases and a short schedule. Returns what stops them. */
export default async function setUpAlliance(): Promise<() => Promise<void>> {
  // The processes that run the specs read the configuration after this and find what it installed.
  ensureChromium();
  const { members } = allianceUnderTest;
  const supervisor = ourselves();
  const ours = () => members.filter((airline) => isSupervisedBy(airline, supervisor));
  const stop = async () => {
    await Promise.all(ours().map(stopAirline));
  };
  // A run that is cut off must not leave airlines behind.
  process.once('exit', () => ours().forEach(forceAirline));
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
