import { describe, expect, it } from 'vitest';
import { ssimFile, ssimLeg } from '@/server/testing/ssim-file';
import { readSsim, type SsimEntry } from './read-ssim';

async function entriesOf(source: Iterable<string | Uint8Array>): Promise<SsimEntry[]> {
  const entries: SsimEntry[] = [];
  for await (const entry of readSsim(source)) entries.push(entry);
  return entries;
}

async function faultsOf(text: string): Promise<string[]> {
  const entries = await entriesOf([text]);
  return entries.flatMap((entry) => (entry.kind === 'rejected' ? [`${entry.line}: ${entry.reason}`] : []));
}

const padding = '0'.repeat(200);

describe('readSsim', () => {
  it('reads every field of a leg from its columns', async () => {
    const leg = ssimLeg({
      flight: '1234',
      days: ' 2 4  7',
      frequency: '2',
      config: 'W18Y112VVCGO',
      variations: '01',
    });
    const entries = await entriesOf([ssimFile([leg])]);
    expect(entries.map((entry) => entry.kind)).toEqual(['carrier', 'leg']);
    expect(entries[1]).toMatchObject({
      line: 3,
      carrier: { designator: 'GI', timeMode: 'local', validFrom: '2026-12-01', validTo: '2026-12-31' },
      leg: {
        designator: 'GI',
        flightNumber: 1234,
        variation: 1,
        legSequence: 1,
        serviceType: 'J',
        periodFrom: '2026-12-01',
        periodTo: '2026-12-31',
        days: [2, 4, 7],
        fortnightly: true,
        departure: { station: 'GRU', minute: 600, offsetMinutes: -180, dayVariation: 0 },
        arrival: { station: 'SSA', minute: 745, offsetMinutes: -180, dayVariation: 1 },
        aircraft: '738',
        marketingOnly: false,
        seats: 130,
      },
    });
  });

  it('takes LF, CRLF, a missing last line end, padding and a byte order mark alike', async () => {
    const lines = ssimFile([ssimLeg({ flight: '   7' })])
      .trimEnd()
      .split('\n');
    const padded = [...lines.slice(0, 1), padding, padding, ...lines.slice(1), padding];
    const variants = [
      [`${lines.join('\n')}\n`],
      [lines.join('\r\n')],
      [padded.join('\r\n')],
      [Buffer.from(`\u{FEFF}${lines.join('\n')}`, 'utf8')],
    ];
    for (const variant of variants) {
      const entries = await entriesOf(variant);
      expect(entries.map((entry) => entry.kind)).toEqual(['carrier', 'leg']);
    }
  });

  it('does not mind where the chunks of a stream are cut', async () => {
    const bytes = Buffer.from(ssimFile([ssimLeg({}), ssimLeg({ flight: '   8' })]), 'latin1');
    const chunks = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, n) =>
      bytes.subarray(n * 7, n * 7 + 7),
    );
    expect(await entriesOf(chunks)).toEqual(await entriesOf([bytes]));
  });

  it('takes an open-ended period and a marketing leg', async () => {
    const [, entry] = await entriesOf([ssimFile([ssimLeg({ to: '00XXX00', codeshare: 'L', config: '' })])]);
    expect(entry).toMatchObject({ leg: { periodTo: null, marketingOnly: true, seats: null } });
  });
});

describe('a faulty file', () => {
  it.each([
    ['a short line', ssimLeg({}).slice(0, 199), '3: a record has 200 characters, this line has 199'],
    ['an unknown record', `9${' '.repeat(199)}`, '3: unknown record type "9"'],
    [
      'a month that is none',
      ssimLeg({ from: '01DEZ26' }),
      '3: period from (columns 15–21) cannot be "01DEZ26"',
    ],
    ['30 February', ssimLeg({ from: '30FEB26' }), '3: period from (columns 15–21) cannot be "30FEB26"'],
    [
      'a period that ends first',
      ssimLeg({ from: '09DEC26', to: '01DEC26' }),
      '3: the period ends before it starts',
    ],
    ['25 hours', ssimLeg({ departure: '2510' }), '3: departure time (columns 40–43) cannot be "2510"'],
    [
      'an offset without sign',
      ssimLeg({ departureOffset: '03000' }),
      '3: departure UTC variation (columns 48–52) cannot be "03000"',
    ],
    ['no days', ssimLeg({ days: '' }), '3: days of operation (columns 29–35) cannot be "       "'],
    [
      'a day in the wrong place',
      ssimLeg({ days: '2' }),
      '3: days of operation (columns 29–35) cannot be "2      "',
    ],
    ['another airline', ssimLeg({ airline: 'XX' }), '3: airline XX inside the block of GI'],
    ['flight number nought', ssimLeg({ flight: '0' }), '3: flight number (columns 6–9) must be 1–9999'],
    [
      'a date variation of 9',
      ssimLeg({ variations: '09' }),
      '3: arrival date variation (column 194) cannot be "9"',
    ],
  ])('is told by line: %s', async (_, leg, fault) => {
    expect(await faultsOf(ssimFile([leg]))).toContain(fault);
  });

  it('names both lines of a leg that is stated twice', async () => {
    expect(await faultsOf(ssimFile([ssimLeg({}), ssimLeg({})]))).toEqual([
      '4: repeats GI 1000 variation 1 leg 1 of line 3',
    ]);
  });

  it('is told when the file is cut, empty or out of order', async () => {
    const [header = '', carrier = '', leg = '', trailer = ''] = ssimFile([ssimLeg({})])
      .trimEnd()
      .split('\n');
    expect(await faultsOf([header, carrier, leg].join('\n'))).toEqual([
      '3: the file ends without its last trailer',
    ]);
    expect(await faultsOf('')).toEqual(['0: the file has no records']);
    expect(await faultsOf([header, leg, carrier, trailer].join('\n'))).toContainEqual(
      expect.stringContaining('2: a leg record stands where a carrier record is due'),
    );
    expect(await faultsOf([header, carrier, trailer].join('\n'))).toEqual([
      '3: the trailer expects the record before it to be 3, but that is 2: lines are missing',
    ]);
  });

  it('is told all its faults at once, and hands out the good legs around them', async () => {
    const entries = await entriesOf([
      ssimFile([
        ssimLeg({}),
        ssimLeg({ flight: '   8', departure: '9999', days: '' }),
        ssimLeg({ flight: '   9' }),
      ]),
    ]);
    expect(entries.map((entry) => entry.kind)).toEqual(['carrier', 'leg', 'rejected', 'leg']);
    expect(entries[2]).toMatchObject({
      line: 4,
      reason: expect.stringMatching(/days of operation.*; departure time/),
    });
  });
});
