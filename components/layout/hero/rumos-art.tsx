const centre = 320;

/** Every two degrees a tick; longer at tens, longest at the thirties. */
const ticks = Array.from({ length: 180 }, (_, index) => {
  const degrees = index * 2;
  const length = degrees % 30 === 0 ? 26 : degrees % 10 === 0 ? 16 : 8;
  return { degrees, length };
});

const cardinals = [
  { degrees: 0, letter: 'N' },
  { degrees: 90, letter: 'L' },
  { degrees: 180, letter: 'S' },
  { degrees: 270, letter: 'O' },
];

/** A compass rose drawn as on a chart, its needle on the bearing of 64° that leads off the sheet. */
export function RumosArt() {
  return (
    <svg
      viewBox="0 0 640 640"
      aria-hidden="true"
      className="absolute top-20 -right-72 size-[32rem] opacity-50 sm:-top-1 sm:-right-64 sm:size-[44rem] lg:-right-28 lg:opacity-100 xl:right-[max(0rem,calc(50vw-44rem))]"
    >
      <g fill="none" stroke="var(--hero-line)">
        {[110, 196, 244, 300].map((radius) => (
          <circle
            key={radius}
            cx={centre}
            cy={centre}
            r={radius}
            strokeWidth={radius === 244 ? 1.75 : 1}
            opacity={radius === 244 ? 0.75 : 0.3}
          />
        ))}
        {ticks.map(({ degrees, length }) => (
          <path
            key={degrees}
            d={`M${centre} ${centre - 244}v${length}`}
            transform={`rotate(${degrees} ${centre} ${centre})`}
            strokeWidth={degrees % 30 === 0 ? 2 : 1}
            opacity={degrees % 10 === 0 ? 0.8 : 0.45}
          />
        ))}
      </g>
      <Rose />
      {cardinals.map(({ degrees, letter }) => (
        <text
          key={letter}
          x={centre}
          y={centre - 262}
          transform={`rotate(${degrees} ${centre} ${centre})`}
          textAnchor="middle"
          fill="var(--hero-line)"
          fontSize="26"
          fontWeight="600"
          fontFamily="var(--display-font)"
        >
          {letter}
        </text>
      ))}
      <Needle />
    </svg>
  );
}

/** Eight-pointed rose, each point half filled as engravers do to give it relief. */
function Rose() {
  return (
    <g fill="var(--hero-line)" stroke="var(--hero-line)" strokeWidth="1">
      {[45, 135, 225, 315, 0, 90, 180, 270].map((degrees) => {
        const length = degrees % 90 === 0 ? 190 : 128;
        return (
          <g
            key={degrees}
            transform={`rotate(${degrees} ${centre} ${centre})`}
            opacity={degrees % 90 === 0 ? 0.5 : 0.28}
          >
            <path d={`M${centre} ${centre - length}L${centre + 24} ${centre - 24}L${centre} ${centre}Z`} />
            <path
              d={`M${centre} ${centre - length}L${centre - 24} ${centre - 24}L${centre} ${centre}Z`}
              fill="none"
            />
          </g>
        );
      })}
    </g>
  );
}

function Needle() {
  return (
    <g transform={`rotate(64 ${centre} ${centre})`}>
      <path
        d={`M${centre} ${centre + 900}V-900`}
        stroke="var(--hero-spark)"
        strokeWidth="1.5"
        strokeDasharray="3 9"
      />
      <path
        d={`M${centre} ${centre - 228}L${centre + 15} ${centre}H${centre - 15}Z`}
        fill="var(--hero-spark)"
      />
      <path
        d={`M${centre} ${centre + 228}L${centre + 15} ${centre}H${centre - 15}Z`}
        fill="var(--hero)"
        stroke="var(--hero-spark)"
        strokeWidth="2"
      />
      <circle cx={centre} cy={centre} r="8" fill="var(--hero)" stroke="var(--hero-spark)" strokeWidth="3" />
    </g>
  );
}
