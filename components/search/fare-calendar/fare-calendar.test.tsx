import { describe, expect, it } from 'vitest';
import type { CalendarDay } from '@/server/search/search-days';
import type { SearchRequest } from '../search-request';
import { draw, linksIn } from '../testing/draw';
import { backRequest, plainRequest } from '../testing/search-request';
import { FareCalendar } from './fare-calendar';
import { FareWeek } from './fare-week';
import { fareWeekDates } from './fare-week-dates';
import { weeksOf } from './month';

const request = { ...plainRequest, passengers: 2 };
const back = { ...backRequest, passengers: 2 };
const onSale = { first: '2026-12-05', last: '2027-03-31' };

/** Tuesdays and Wednesdays cost less. */
function dayAt(date: string): CalendarDay {
  if (date === '2026-12-12') return { date, lowestFareCents: null, state: 'soldOut' };
  if (date === '2026-12-13') return { date, lowestFareCents: null, state: 'waiting' };
  if (date < onSale.first) return { date, lowestFareCents: null, state: 'closed' };
  const isCheap = [2, 3].includes(new Date(`${date}T00:00Z`).getUTCDay());
  return { date, lowestFareCents: isCheap ? 41_250 : 51_230, state: 'forSale' };
}

const december = weeksOf('2026-12')
  .flatMap(({ days }) => days)
  .filter((date) => date !== null)
  .map(dayAt);

/** The links that are days, without the way to another month; of their words those in full. */
function daysIn(html: string) {
  return linksIn(html).flatMap(({ text, href, current }) => {
    const name = /^(.+-feira|sábado|domingo), .*?(esgotado|sem voo|fora de venda|,\d\d(, menor preço)?)/.exec(
      text,
    )?.[0];
    return name ? [{ name, href, isCurrent: current === 'date' }] : [];
  });
}

/** Where an arrow leads, by the month or day in its address. */
function arrowNamed(html: string, name: string) {
  const arrow =
    [...html.matchAll(/<a [^>]*>/g)].map(([tag]) => tag).find((tag) => tag.includes(`"${name}"`)) ?? '';
  return {
    month: /month=([\d-]+)/.exec(arrow)?.[1],
    date: /date=([\d-]+)/.exec(arrow)?.[1],
    isEnd: arrow.includes('aria-disabled="true"'),
  };
}

const calendar = (shown: SearchRequest) =>
  draw(<FareCalendar request={shown} days={december} month="2026-12" dates={onSale} />);

describe('FareCalendar', () => {
  it('has one link per day, with the day, the fare and what is special in its name', () => {
    const links = daysIn(calendar(request));
    expect(links.map(({ name }) => name)).toContain('quinta-feira, 10 de dezembro, a partir de R$ 512,30');
    expect(links.map(({ name }) => name)).toContain(
      'quarta-feira, 9 de dezembro, a partir de R$ 412,50, menor preço',
    );
    expect(links.filter(({ isCurrent }) => isCurrent).map(({ name }) => name)).toEqual([
      'quinta-feira, 10 de dezembro, a partir de R$ 512,30',
    ]);
  });

  it('says why a day has no fare, and links to it only when there is something to see', () => {
    const html = calendar(request);
    expect(html).toContain('sábado, 12 de dezembro, esgotado');
    expect(html).toContain('terça-feira, 1 de dezembro, fechado');
    const names = daysIn(html).map(({ name }) => name);
    expect(names).toContain('domingo, 13 de dezembro, fora de venda');
    expect(names).toHaveLength(31 - 4 - 1);
  });

  it('is a table whose caption says month, way and number of passengers', () => {
    expect(calendar(request)).toContain(
      'dezembro de 2026: menor preço da ida em cada dia, total para 2 passageiros</caption>',
    );
    expect(calendar(back)).toContain('menor preço da volta');
    expect(calendar(request)).toContain('<th scope="col" abbr="domingo"');
  });

  it('leads to the month after, and at the end of the sale stays where it is', () => {
    const html = calendar(request);
    expect(arrowNamed(html, 'Mês seguinte, janeiro de 2027')).toMatchObject({
      month: '2027-01',
      isEnd: false,
    });
    expect(arrowNamed(html, 'Mês anterior, novembro de 2026')).toMatchObject({
      month: '2026-12',
      isEnd: true,
    });
  });

  it('moves the way back while that is chosen, never before the way there', () => {
    const links = daysIn(calendar(back));
    expect(links.find(({ isCurrent }) => isCurrent)?.name).toMatch(/^quinta-feira, 17/);
    expect(links.every(({ href }) => href.includes('date=2026-12-10') && href.includes('outbound='))).toBe(
      true,
    );
    expect(links.some(({ href }) => href.includes('return=2026-12-09'))).toBe(false);
    expect(links.some(({ href }) => href.includes('return=2026-12-10'))).toBe(true);
  });
});

describe('FareWeek', () => {
  const week = (shown: SearchRequest) =>
    draw(<FareWeek request={shown} days={fareWeekDates(shown, onSale).map(dayAt)} dates={onSale} />);

  it('has the day in the middle of the days around it', () => {
    const links = daysIn(week(request));
    expect(links.map(({ isCurrent }) => isCurrent)).toEqual([false, false, false, true, false, false, false]);
    expect(links[2]?.name).toBe('quarta-feira, 9 de dezembro, a partir de R$ 412,50, menor preço');
  });

  it('leaves out days on which the way cannot be', () => {
    expect(fareWeekDates({ ...request, date: '2026-12-05' }, onSale)[0]).toBe('2026-12-05');
    expect(fareWeekDates({ ...request, date: '2027-03-31' }, onSale)).toHaveLength(4);
    expect(fareWeekDates({ ...back, returnDate: '2026-12-10' }, onSale)[0]).toBe('2026-12-10');
  });

  it('leads a week on in both directions, at most to the ends of the sale', () => {
    const html = week({ ...request, date: '2026-12-08' });
    expect(arrowNamed(html, 'Semana anterior')).toMatchObject({ date: '2026-12-05', isEnd: false });
    expect(arrowNamed(html, 'Semana seguinte')).toMatchObject({ date: '2026-12-15', isEnd: false });
    const first = week({ ...request, date: '2026-12-05' });
    expect(arrowNamed(first, 'Semana anterior')).toMatchObject({ date: '2026-12-05', isEnd: true });
  });
});
