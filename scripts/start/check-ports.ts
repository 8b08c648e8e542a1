import { isPortFree } from '../postgres/ports';
import { StartFailure } from '../start-failure';
import { type AirlineDeployment, portVariable } from './deployment';

/** Throws `StartFailure` when another program listens where this airline's site or peer port should be. */
export async function checkPorts(airline: AirlineDeployment): Promise<void> {
  const wanted = [
    {
      port: airline.sitePort,
      what: 'site',
      variable: portVariable(airline, 'PORT'),
      hosts: ['::', '0.0.0.0', '127.0.0.1'],
    },
    {
      port: airline.peerPort,
      what: 'peer port',
      variable: portVariable(airline, 'PEER_PORT'),
      hosts: ['127.0.0.1'],
    },
  ];
  for (const { port, what, variable, hosts } of wanted) {
    for (const host of hosts) {
      if (await isPortFree(port, host)) continue;
      throw new StartFailure(
        `Port ${port} for the ${what} of ${airline.name} is taken by another program: stop it, or set ${variable} to a free one.`,
      );
    }
  }
}
