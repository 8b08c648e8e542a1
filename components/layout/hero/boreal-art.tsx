/** Where the stars stand: x, y, radius on the 1200 × 600 sky. Placed by eye, denser above, none where the title reads. */
const stars: [x: number, y: number, radius: number][] = [
  [640, 60, 1.4],
  [702, 122, 0.9],
  [748, 44, 1.1],
  [791, 168, 1.6],
  [838, 88, 0.9],
  [877, 30, 1.3],
  [918, 142, 1],
  [962, 66, 1.8],
  [1004, 118, 0.9],
  [1046, 38, 1.2],
  [1083, 152, 1.4],
  [1121, 84, 1],
  [1163, 46, 1.6],
  [1180, 178, 0.9],
  [560, 96, 0.9],
  [498, 40, 1.2],
  [431, 112, 0.8],
  [352, 52, 1.3],
  [262, 30, 0.9],
  [164, 70, 1.1],
  [72, 36, 1.4],
  [668, 214, 0.8],
  [744, 250, 1.1],
  [1150, 256, 1.2],
  [612, 292, 0.8],
  [1098, 318, 0.8],
];

/** Curtains from back to front: the edge that hangs down, and the colour of the light that rises from it. */
const curtains = [
  { edge: 'M380 452C500 372 590 432 690 342S870 262 960 232S1120 182 1300 192', colour: '#8f6df2', rise: 17 },
  {
    edge: 'M430 560C560 452 680 492 780 402S930 352 1020 292S1170 262 1300 312',
    colour: '#57e6b8',
    rise: 19,
  },
  {
    edge: 'M640 592C740 522 810 532 890 452S1020 432 1090 372S1200 352 1300 392',
    colour: '#7fd6ff',
    rise: 11,
  },
];

/** Each curtain is its edge drawn again and again, higher and fainter. */
const foldCount = 16;
const folds = Array.from({ length: foldCount }, (_, fold) => fold);

/** The northern night: stars, three curtains of light and the line of the hills. */
export function BorealArt() {
  return (
    <svg
      viewBox="0 0 1200 600"
      preserveAspectRatio="xMaxYMax slice"
      aria-hidden="true"
      className="absolute inset-0 size-full"
    >
      <filter id="boreal-soft" x="-10%" y="-30%" width="120%" height="160%">
        <feGaussianBlur stdDeviation="9 11" />
      </filter>
      <linearGradient id="boreal-dawn" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0.55" stopColor="#2a3a8f" stopOpacity="0" />
        <stop offset="1" stopColor="#2a3a8f" stopOpacity="0.6" />
      </linearGradient>
      <linearGradient id="boreal-fade">
        <stop offset="0.36" stopColor="#000000" />
        <stop offset="0.68" stopColor="#ffffff" />
      </linearGradient>
      <mask id="boreal-veil" maskUnits="userSpaceOnUse" x="0" y="-200" width="1400" height="900">
        <rect y="-200" width="1200" height="900" fill="url(#boreal-fade)" />
      </mask>
      <rect width="1200" height="600" fill="url(#boreal-dawn)" />
      <g fill="#ffffff">
        {stars.map(([x, y, radius]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r={radius} opacity={0.35 + radius * 0.3} />
        ))}
      </g>
      <g mask="url(#boreal-veil)" className="max-lg:opacity-50">
        {curtains.map((curtain) => (
          <Curtain key={curtain.colour} {...curtain} />
        ))}
      </g>
      <path
        d="M0 600V566C120 542 210 562 330 554S560 526 690 552S920 572 1010 542S1140 506 1200 518V600Z"
        fill="#050818"
      />
    </svg>
  );
}

function Curtain({ edge, colour, rise }: (typeof curtains)[number]) {
  return (
    <g fill="none" stroke={colour}>
      <g filter="url(#boreal-soft)">
        {folds.map((fold) => (
          <path
            key={fold}
            d={edge}
            transform={`translate(${fold * 3} ${-fold * rise})`}
            strokeWidth={rise + 8}
            opacity={0.34 * (1 - fold / foldCount) ** 1.7}
          />
        ))}
      </g>
      <path d={edge} strokeWidth="1.5" opacity="0.4" />
    </g>
  );
}
