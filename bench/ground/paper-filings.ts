import { csvLine } from '../../src/platform/csv.ts'
import { columns } from '../../src/officer/intake/file/columns.ts'
import type { Cells } from '../../src/officer/intake/file/intake-row.ts'

/** Characters of one piece of a generated file. */
const pieceCharacters = 64 * 1024

type Dice = (below: number) => number

/** The dice of one row (mulberry32): a row is the same in whatever order rows are made. */
function diceOf(seed: number, row: number): Dice {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(row + 1, 0x85ebca6b)) | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const pick = <V>(dice: Dice, from: readonly V[]): V => from[dice(from.length)] as V

// Names that nobody has: a harbour's words, put together, some in other letters.
const beginnings = ['Anker', 'Barque', 'Capstan', 'Dhow', 'Ebb', 'Fathom', 'Gunwale', 'Halyard', 'Isle', 'Jetty', 'Keel', 'Lantern', 'Mole', 'Núñez-Quay', 'Øre', 'Pilot', 'Quay', 'Reef', 'Schooner', 'Tide']
const endings = ['ara', 'berg', 'Çelik', 'dóttir', 'escu', 'ford', 'gate', 'holm', 'ić', 'junto', 'kova', 'ling', 'mar', 'nez', 'ova', 'pour', 'ström', 'tal', 'vik', 'wick']
const called = ['Ámbar', 'Brisa', 'Coral', 'Delta', 'Estela', 'Fjord', 'Garúa', 'Haven', 'Îlot', 'Jade', 'Kai', 'Luz', 'Marea', 'Niebla', 'Onda', 'Perla', 'Río', 'Sol', 'Vela', '海', 'نسيم']
const streets = ['Harbor', 'Lantern', 'Quay', 'Old Mole', 'Chandler', 'Signal', 'Rope Walk', 'Tide', 'Capstan', 'Lighthouse']
const kinds = ['Street', 'St', 'Avenue', 'Road', 'Lane', 'Blvd, Apt 4', 'Way #12B', 'Court, Floor 2']

type Place = readonly [city: string, state: string, postalCode: string, country: string]
const home: readonly Place[] = [
  ['Albany', 'NY', '12210', 'US'], ['Boston', 'MA', '02108', 'US'], ['Springfield', 'IL', '62701', 'US'], ['Fresno', 'CA', '93701', 'US'],
  ['Laredo', 'TX', '78040-1234', 'US'], ['Portland', 'ME', '04101', 'US'], ['San Juan', 'PR', '00901', 'US'], ['Honolulu', 'HI', '96813', 'US'],
]
const abroad: readonly Place[] = [
  ['Ciudad de México', 'CDMX', '06010', 'MX'], ['Ottawa', 'ON', 'K1A 0B1', 'CA'], ['Manila', 'Metro Manila', '1000', 'PH'],
  ['Hamburg', '', '20459', 'DE'], ['Leeds', '', 'LS1 4AP', 'GB'], ['Delhi', 'Delhi', '110001', 'IN'],
]
const forms = ['i-90', 'i-90', 'i-765', 'i-765', 'n-400', 'i-130', 'i-485', 'i-539', 'i-131', 'i-751']
const prefixes = ['IOE', 'IOE', 'IOE', 'IOE', 'IOE', 'IOE', 'IOE', 'IOE', 'IOE', 'IOE', 'EAC', 'WAC', 'LIN', 'SRC', 'MSC', 'NBC', 'YSC']

const two = (number: number) => String(number).padStart(2, '0')
const day = (dice: Dice, year: number, years: number) => `${year + dice(years)}-${two(1 + dice(12))}-${two(1 + dice(28))}`

function addressOf(dice: Dice, prefix: '' | 'representative_'): Cells {
  const [city, state, postalCode, country] = pick(dice, dice(40) === 0 ? abroad : home)
  return {
    [`${prefix}street`]: `${1 + dice(9999)} ${pick(dice, streets)} ${pick(dice, kinds)}`,
    [`${prefix}city`]: city,
    [`${prefix}state`]: state,
    [`${prefix}postal_code`]: postalCode,
    [`${prefix}country`]: country,
  }
}

// A number times one that has no factor in common with ten goes through all ten digits before it comes again.
const tenDigits = (row: number, seed: number): string => String((row * 7_368_787 + (seed % 1_000_000) * 1_000_003) % 10_000_000_000).padStart(10, '0')

/** The filing of one row: one in ten has no receipt number yet, one in eight a representative, one in a hundred is consular. */
function filing(row: number, seed: number): Cells {
  const dice = diceOf(seed, row)
  const hasRepresentative = dice(8) === 0
  return {
    ...(dice(10) === 0 ? {} : { receipt_number: pick(dice, prefixes) + tenDigits(row, seed) }),
    form: pick(dice, forms),
    received_on: day(dice, 2022, 4),
    family_name: pick(dice, beginnings) + pick(dice, endings),
    ...(dice(50) === 0 ? {} : { given_name: dice(3) === 0 ? `${pick(dice, called)} ${pick(dice, called)}` : pick(dice, called) }),
    date_of_birth: day(dice, 1930, 92),
    // 9 and eight digits: no social security number begins with 9, and none has a letter.
    ...(dice(3) === 0 ? { a_number: `A9${tenDigits(row, seed).slice(2)}` } : {}),
    ...(dice(2) === 0 ? { email: `filer-${seed}-${row}@example.test` } : {}),
    ...addressOf(dice, ''),
    ...(hasRepresentative ? { representative_name: `${pick(dice, beginnings)} & ${pick(dice, beginnings)}${dice(2) === 0 ? ', LLP' : ''}`, ...addressOf(dice, 'representative_') } : {}),
    consular: dice(100) === 0 ? 'yes' : 'no',
    ...(dice(20) === 0 ? {} : { fee_cents: String(50 * (1 + dice(2000))) }),
  }
}

/** So many filings on paper that never were, the same for the same seed, each correct. No two have one receipt number. */
export function* intakeRows(count: number, seed: number): Generator<Cells> {
  for (let row = 0; row < count; row += 1) yield filing(row, seed)
}

function* inPieces(lines: Iterable<string>): Generator<Buffer> {
  let piece = ''
  for (const line of lines) {
    piece += line
    if (piece.length < pieceCharacters) continue
    yield Buffer.from(piece)
    piece = ''
  }
  if (piece !== '') yield Buffer.from(piece)
}

function* csvLines(rows: Iterable<Cells>): Generator<string> {
  yield csvLine(columns)
  for (const cells of rows) yield csvLine(columns.map((column) => cells[column] ?? ''))
}

const addressPart = /^(representative_)?(street|city|state|postal_code|country)$/

/** A filing as one JSON object, its addresses as objects in it. */
export function jsonOf(cells: Cells): Record<string, unknown> {
  const filing: Record<string, unknown> = {}
  for (const [column, text] of Object.entries(cells)) {
    const part = addressPart.exec(column)
    const under = part && (part[1] ? 'representative_address' : 'mailing_address')
    if (part && under) filing[under] = { ...(filing[under] as object), [String(part[2])]: text }
    else filing[column] = text
  }
  return filing
}

function* jsonLines(rows: Iterable<Cells>): Generator<string> {
  for (const cells of rows) yield `${JSON.stringify(jsonOf(cells))}\n`
}

/** The same filings as a file of comma-separated values, in pieces. */
export const paperFilings = (count: number, seed = 2026): Generator<Buffer> => inPieces(csvLines(intakeRows(count, seed)))

/** The same filings as a file of JSON lines, in pieces. */
export const paperFilingsAsJson = (count: number, seed = 2026): Generator<Buffer> => inPieces(jsonLines(intakeRows(count, seed)))
