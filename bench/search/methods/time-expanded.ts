import createGraph, { type Graph } from 'ngraph.graph';
import path from 'ngraph.path';
import { grouped } from '@/server/grouped';
import type { ItineraryQuery } from '@/server/search/itinerary-query';
import type { IndexedLeg } from '@/server/search/leg-index/leg-index';
import { leastGround } from './breadth-first';
import { connectionMinutes, originDays } from './origin-days';

/** A leg as the first, second or third of a trip; the two ends of a query have none. */
type Place = { leg: IndexedLeg | null };

/** All legal connections of trips that begin within a span, three layers deep: nodes are legs, links are connections. */
export type ExpandedGraph = { graph: Graph<Place>; lowestFareCents: number };

const layers = 3;
const nodeOf = (leg: IndexedLeg, layer: number) => `${layer} ${leg.legId}`;
const start = 'start';
const end = 'end';

/** The graph of the trips whose first leg leaves within [begins, ends) minutes since 1970 UTC. */
export function expandGraph(
  legs: readonly IndexedLeg[],
  { begins, ends }: { begins: number; ends: number },
): ExpandedGraph {
  const graph = createGraph<Place>();
  const latest = ends + layers * 2 * connectionMinutes.longest;
  const near = legs.filter((leg) => leg.departsMinute >= begins && leg.departsMinute < latest);
  const legsFrom = grouped(
    near.toSorted((a, b) => a.departsMinute - b.departsMinute),
    (leg) => leg.from,
  );
  let layer = near.filter((leg) => leg.departsMinute < ends);
  for (const leg of layer) graph.addNode(nodeOf(leg, 0), { leg });
  for (let depth = 1; depth < layers; depth++) {
    const reached = new Set<IndexedLeg>();
    for (const before of layer) {
      for (const after of legsFrom.get(before.to) ?? []) {
        const ground = after.departsMinute - before.arrivesMinute;
        if (ground > connectionMinutes.longest) break;
        if (ground < leastGround(before, after)) continue;
        if (!reached.has(after)) graph.addNode(nodeOf(after, depth), { leg: after });
        reached.add(after);
        graph.addLink(nodeOf(before, depth - 1), nodeOf(after, depth));
      }
    }
    layer = [...reached];
  }
  const lowestFareCents = near.reduce((least, leg) => Math.min(least, leg.fareCents), Infinity);
  return { graph, lowestFareCents };
}

/** A prepared question: its ends are in the graph. `find` gives the fare of one cheapest trip, or null; `close` takes the ends out. */
export type AskedGraph = { find(): number | null; close(): void };

/** Links a query's ends into the graph: a leg out of an origin on its day follows the start, one into a destination leads to the end. */
export function askGraph({ graph, lowestFareCents }: ExpandedGraph, query: ItineraryQuery): AskedGraph {
  const days = new Map(originDays(query).map((day) => [day.iata, day]));
  const ends = new Set(query.destinations.map(({ iata }) => iata));
  graph.addNode(start, { leg: null });
  graph.addNode(end, { leg: null });
  graph.forEachNode(({ id, data: { leg } }) => {
    if (!leg) return;
    const day = String(id).startsWith('0 ') ? days.get(leg.from) : undefined;
    if (day && leg.departsMinute >= day.begins && leg.departsMinute < day.ends) graph.addLink(start, id);
    if (ends.has(leg.to)) graph.addLink(id, end);
  });
  const mayBoard = (leg: IndexedLeg | null) =>
    !leg || (leg.seatsLeft >= query.passengers && !days.has(leg.to) && !ends.has(leg.from));
  const finder = path.aStar<Place, unknown>(graph, {
    oriented: true,
    distance: (_from, to) => to.data.leg?.fareCents ?? 0,
    heuristic: ({ data: { leg } }) => (leg && ends.has(leg.to) ? 0 : leg ? lowestFareCents : 0),
    blocked: (_from, to) => !mayBoard(to.data.leg),
  });
  return {
    find: () => {
      const nodes = finder.find(start, end);
      // A node that is blocked from everywhere is visited too, last of all and with no way back to the start.
      if (nodes.at(-1)?.id !== start) return null;
      return nodes.reduce((sum, { data }) => sum + (data.leg?.fareCents ?? 0), 0);
    },
    close: () => {
      graph.removeNode(start);
      graph.removeNode(end);
    },
  };
}
