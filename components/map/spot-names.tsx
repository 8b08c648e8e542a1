import { placeLabels, type Spot } from './place-labels';
import type { Frame, Point } from './project';

type SpotNamesProps = {
  /** In map units, most important first. */
  spots: readonly Spot[];
  /** What names had better not cover, in map units. */
  lines?: readonly Point[];
  frame: Frame;
  /** Pixels; names that fit there fit everywhere. */
  narrowestWidth: number;
  fontSize: number;
  /** Names for which there is no room are left out, unless all are needed. */
  keepAll?: boolean;
};

/** Names beside their spots that do not cover each other. Their size does not follow the map's. */
export function SpotNames({ spots, lines = [], frame, narrowestWidth, ...rest }: SpotNamesProps) {
  const scale = narrowestWidth / frame.width;
  const inPixels = <Place extends Point>(place: Place): Place => ({
    ...place,
    x: (place.x - frame.x) * scale,
    y: (place.y - frame.y) * scale,
  });
  const room = { width: narrowestWidth, height: frame.height * scale };
  const labels = placeLabels(spots.map(inPixels), { room, avoid: lines.map(inPixels), ...rest });
  return (
    <g className="map-names" fontSize={rest.fontSize}>
      {labels.map(({ text, x, y, anchor, dx, dy }) => (
        <text
          key={text}
          x={percent(x / room.width)}
          y={percent(y / room.height)}
          dy={dy}
          {...(dx !== 0 && { dx })}
          {...(anchor !== 'start' && { textAnchor: anchor })}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
