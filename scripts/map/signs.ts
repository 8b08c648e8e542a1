import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { LogoMark } from '@/components/layout/logo-mark';
import { Icon } from '@/components/ui/icon';
import { airlineCodes } from '@/server/domain/airline-code';

/** Of all icons those that every card of a list shows. */
const icons = ['chevron-down', 'link'] as const;

/** The signs of the airlines and a few icons as symbols, so that a list of cards holds each drawing once, not fifty times. */
export function drawSigns(): string {
  const drawings = [
    ...airlineCodes.map((code) => ({ id: code, svg: createElement(LogoMark, { airline: code }) })),
    ...icons.map((name) => ({ id: name, svg: createElement(Icon, { name }) })),
  ];
  const symbols = drawings.map(({ id, svg }) => asSymbol(id, renderToStaticMarkup(svg)));
  return ['<svg xmlns="http://www.w3.org/2000/svg">', '<title>Sinais</title>', ...symbols, '</svg>\n'].join(
    '\n',
  );
}

function asSymbol(id: string, svg: string): string {
  return svg
    .replace(/^<svg/, `<symbol id="${id}"`)
    .replace(/<\/svg>$/, '</symbol>')
    .replace(/ (?:aria-hidden|class|width|height)="[^"]*"/g, '');
}
