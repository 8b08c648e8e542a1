import type { ReactNode } from 'react';
import { baseMapHref } from './drawing-addresses';
import './map.css';
import type { Frame } from './project';

type BaseMapProps = {
  /** What the map shows, in a sentence: nothing inside is read aloud. */
  label: string;
  frame: Frame;
  /** Of the lines, in pixels at every scale. */
  strokeWidth: number;
  /** Stands over the map in pixels, not in map units. */
  names: ReactNode;
  /** Lines in map units. */
  children: ReactNode;
};

/** Brazil and its neighbours cut to a frame, in the colours of the brand, and what is drawn on it. */
export function BaseMap({ label, frame, strokeWidth, names, children }: BaseMapProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      className="map"
      style={{ aspectRatio: `${frame.width}/${frame.height}` }}
    >
      <svg
        aria-hidden="true"
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        strokeWidth={strokeWidth}
        className="map-lines"
      >
        <use href={baseMapHref} strokeWidth="1" />
        {children}
      </svg>
      {names}
      <text x="100%" y="100%" dx="-9" dy="-9" className="map-credit">
        Natural Earth
      </text>
    </svg>
  );
}
