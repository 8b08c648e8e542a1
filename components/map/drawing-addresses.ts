/* Written by `npm run map`. */

export const baseMapHref = '/map/brazil.svg?e8c0788d#map';
export const signsHref = '/map/signs.svg?d50aca54';
