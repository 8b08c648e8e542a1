import type { Import } from './imports';
import { isTest } from './source-files';

export type Boundary = { rule: string; from: RegExp; to: RegExp; except?: RegExp; typesMayCross?: boolean };

/** Who may not import whom; ARCHITECTURE.md gives the reasons. */
export const boundaries: Boundary[] = [
  {
    rule: 'domain values depend on nothing but themselves',
    from: /^server\/domain\//,
    to: /^(?!server\/domain\/)/,
  },
  {
    rule: 'the engine knows no seats and no bookings',
    from: /^server\/atomic-commit\//,
    to: /^server\/(booking|catalogue|inventory|search|schedule|account|auth|live|routers|jobs|replication)\//,
  },
  {
    rule: 'replication moves states and does not know what they mean',
    from: /^server\/replication\//,
    to: /^server\/(booking|catalogue|inventory|search|schedule|account|auth|live|routers|jobs)\//,
  },
  {
    rule: 'clocks and vectors of replication are pure',
    from: /^server\/replication\/(hybrid-clock|version-vector)\.ts$/,
    to: /^(db\/|server\/(peers\/|log|clock|ids|airline\.ts))/,
    typesMayCross: true,
  },
  {
    rule: 'the pure steps of the engine touch no database, peer, log or clock',
    from: /^server\/atomic-commit\/(step|coordinator|participant|acceptor|prepare-phase|transaction|events)\.ts$/,
    to: /^(db\/|server\/(peers\/|log|clock|ids|airline\.ts))/,
    typesMayCross: true,
  },
  {
    rule: 'the pure search touches no database, peer, log or clock',
    from: /^server\/search\/((leg-index|itinerary-search)\/.*|(find-itineraries|leg-view|itinerary-order)\.ts$)/,
    to: /^(db\/|server\/(peers\/|log|clock|ids))/,
    typesMayCross: true,
  },
  { rule: 'routers name verbs and never touch the database', from: /^server\/routers\//, to: /^db\// },
  { rule: 'the server does not know its pages', from: /^(server|db)\//, to: /^(app|components)\// },
  {
    rule: 'components draw: they import domain values and types of the server, nothing else of it',
    from: /^components\//,
    to: /^(db|app)\/|^server\/(?!domain\/)/,
    typesMayCross: true,
  },
  {
    rule: 'ui has no airline word inside',
    from: /^components\/ui\//,
    to: /^(server|components\/(?!ui\/|format\/))/,
  },
  {
    rule: 'test helpers are for tests',
    from: /^(?!.*(\/testing\/|\.test\.tsx?$)).*/,
    to: /\/testing\//,
    except: /^vitest\.config\.ts$/,
  },
  {
    rule: 'whole-run tests see the product from outside',
    from: /^e2e\//,
    to: /^(server|db|components|app)\//,
  },
];

/** One sentence for each import that crosses a boundary. */
export function crossings(imports: readonly Import[]): string[] {
  return boundaries.flatMap(({ rule, from, to, except, typesMayCross }) =>
    imports
      .filter((one) => from.test(one.from) && to.test(one.to) && !except?.test(one.from))
      .filter((one) => !(typesMayCross && one.isType))
      .filter((one) => !isTest(one.from) || rule.startsWith('test helpers') || rule.startsWith('whole-run'))
      .map((one) => `${one.from} imports ${one.to}: ${rule}`),
  );
}
