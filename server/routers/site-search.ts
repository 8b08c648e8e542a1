import { airportQuerySchema, searchAirports } from '../search/search-airports';
import { searchCalendar } from '../search/search-calendar';
import { searchItineraries } from '../search/search-itineraries';
import { calendarQuerySchema, searchQuerySchema } from '../search/search-query';
import { publicProcedure, siteRouter } from '../trpc';

export const searchRouter = siteRouter({
  airports: publicProcedure
    .input(airportQuerySchema)
    .query(({ ctx, input }) => searchAirports(ctx.airline, input)),
  itineraries: publicProcedure
    .input(searchQuerySchema)
    .query(({ ctx, input }) => searchItineraries(ctx.airline, input)),
  calendar: publicProcedure
    .input(calendarQuerySchema)
    .query(({ ctx, input }) => searchCalendar(ctx.airline, input)),
});
