import { and, asc, eq, gt, lte } from 'drizzle-orm';
import { catalogues, legs } from '@/db/schema';
import type { Airline } from '../airline';
import type { CatalogueLeg, CataloguePage, CataloguePageRequest } from './catalogue-messages';

/**
 * Answers `peer.changes`: own legs that changed after a cursor. Changes commit in the order of their numbers, because
 * each writer locks its row of `catalogues`; nothing up to `latest` can appear later. A leg that changes while a
 * caller pages moves to a later page.
 */
export async function readChanges(
  airline: Airline,
  { after, limit }: CataloguePageRequest,
): Promise<CataloguePage> {
  const [own] = await airline.db.select().from(catalogues).where(eq(catalogues.airline, airline.code));
  const latest = own?.changeSeq ?? 0;
  const rows = await airline.db
    .select()
    .from(legs)
    .where(and(eq(legs.airline, airline.code), gt(legs.changeSeq, after), lte(legs.changeSeq, latest)))
    .orderBy(asc(legs.changeSeq))
    .limit(limit);
  return {
    legs: rows.map(catalogueLegOf),
    next: rows.length < limit ? latest : (rows.at(-1)?.changeSeq ?? latest),
    latest,
  };
}

function catalogueLegOf(row: typeof legs.$inferSelect): CatalogueLeg {
  return {
    legId: row.legId,
    to: row.destination,
    departsAt: minuteOf(row.departsAt),
    arrivesAt: minuteOf(row.arrivesAt),
    aircraft: row.aircraft,
    cabin: row.cabin,
    fareCents: row.fareCents,
    seatsLeft: row.seatsLeft,
    status: row.status,
    changeSeq: row.changeSeq,
  };
}

function minuteOf(instant: Date): string {
  return `${instant.toISOString().slice(0, 16)}Z`;
}
