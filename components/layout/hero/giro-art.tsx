const size = 100;

/** Colours of the fair, fixed in both modes: they only ever touch each other and the hero's ground. */
const coral = '#ff7a61';
const magenta = '#d31a56';
const sun = '#ffd04a';
const violet = '#5b2bd9';
const cream = '#fff3e6';

/** One tile: the ground, and what stands on it turned by quarters. */
type Tile = { ground: string; ink: string; shape: 'quarter' | 'leaf' | 'half' | 'pinwheel'; turn: number };

const tiles: Tile[] = [
  { ground: sun, ink: magenta, shape: 'quarter', turn: 0 },
  { ground: coral, ink: cream, shape: 'leaf', turn: 1 },
  { ground: violet, ink: sun, shape: 'half', turn: 2 },
  { ground: cream, ink: violet, shape: 'quarter', turn: 3 },
  { ground: magenta, ink: coral, shape: 'leaf', turn: 0 },
  { ground: cream, ink: magenta, shape: 'pinwheel', turn: 0 },
  { ground: coral, ink: violet, shape: 'quarter', turn: 1 },
  { ground: sun, ink: coral, shape: 'half', turn: 3 },
  { ground: violet, ink: coral, shape: 'quarter', turn: 2 },
  { ground: sun, ink: violet, shape: 'leaf', turn: 1 },
  { ground: magenta, ink: sun, shape: 'pinwheel', turn: 0 },
  { ground: cream, ink: coral, shape: 'quarter', turn: 0 },
  { ground: coral, ink: sun, shape: 'half', turn: 0 },
  { ground: cream, ink: magenta, shape: 'quarter', turn: 1 },
  { ground: violet, ink: cream, shape: 'leaf', turn: 0 },
  { ground: sun, ink: magenta, shape: 'half', turn: 1 },
];

const columns = 4;

const shapes: Record<Exclude<Tile['shape'], 'pinwheel'>, string> = {
  quarter: 'M0 0H100A100 100 0 0 1 0 100Z',
  leaf: 'M0 0A100 100 0 0 1 100 100A100 100 0 0 1 0 0Z',
  half: 'M0 0H100A50 50 0 0 1 0 0Z',
};

/** A wall of tiles, laid so that no two neighbours agree: what a Brazilian modernist would call order. */
export function GiroArt() {
  return (
    <svg
      viewBox="0 0 400 400"
      aria-hidden="true"
      className="absolute right-0 bottom-0 h-44 w-full lg:top-0 lg:h-full lg:w-[38%]"
      preserveAspectRatio="xMaxYMid slice"
    >
      {tiles.map((tile, index) => (
        <g
          key={`${tile.ground}${tile.shape}${tile.turn}${tile.ink}`}
          transform={`translate(${(index % columns) * size} ${Math.floor(index / columns) * size})`}
        >
          <rect width={size + 0.5} height={size + 0.5} fill={tile.ground} />
          {tile.shape === 'pinwheel' ? (
            <Pinwheel ink={tile.ink} />
          ) : (
            <path
              d={shapes[tile.shape]}
              fill={tile.ink}
              transform={`rotate(${tile.turn * 90} ${size / 2} ${size / 2})`}
            />
          )}
        </g>
      ))}
    </svg>
  );
}

/** Turns slowly; it stands still for those who asked for less motion. */
function Pinwheel({ ink }: { ink: string }) {
  return (
    <g
      className="animate-[spin_24s_linear_infinite] [transform-box:fill-box] [transform-origin:center]"
      fill={ink}
    >
      {[0, 90, 180, 270].map((degrees) => (
        <path
          key={degrees}
          d="M50 50V6A32 32 0 0 1 82 38C82 46 76 50 70 50Z"
          transform={`rotate(${degrees} 50 50)`}
        />
      ))}
    </g>
  );
}
