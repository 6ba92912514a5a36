// Files of filings on paper that never were: as many as are asked for, the same for the same seed.
import { csvLine } from '../../src/platform/csv.ts'
import { columns } from '../../src/officer/intake/file/columns.ts'

/** A small generator of its own (Marsaglia, xorshift32): the same file on every machine. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed | 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const syllables = ['ma', 'ri', 'lo', 'pez', 'an', 'ton', 'el', 'sa', 'vi', 'ko', 'dra', 'gu', 'ne', 'ti', 'bor', 'ya']
const forms = ['i-90', 'i-765', 'n-400', 'i-130', 'i-539']
const cities = [['Springfield', 'IL', '62701'], ['Portland', 'ME', '04101'], ['Fresno', 'CA', '93701'], ['Laredo', 'TX', '78040']] as const

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const two = (number: number) => String(number).padStart(2, '0')

type Cells = Partial<Record<(typeof columns)[number], string>>

/** The filing of one place in the file. One in twenty names a representative, one in a hundred is handled by a consulate. */
function filing(place: number, random: (below: number) => number): Cells {
  const word = (length: number) => capital(Array.from({ length }, () => syllables[random(syllables.length)]).join(''))
  const [city, state, postal_code] = cities[random(cities.length)] ?? cities[0]
  const prefix = random(10) < 7 ? 'IOE' : (['EAC', 'WAC', 'LIN', 'SRC'][random(4)] ?? 'EAC')
  return {
    receipt_number: `${prefix}${String(2_600_000_000 + place)}`,
    form: forms[random(forms.length)] ?? 'i-90',
    received_on: `2026-0${1 + random(2)}-${two(1 + random(28))}`,
    family_name: word(2 + random(3)),
    given_name: word(2 + random(2)),
    date_of_birth: `${1940 + random(65)}-${two(1 + random(12))}-${two(1 + random(28))}`,
    a_number: random(3) === 0 ? `A${String(100_000_000 + place)}` : '',
    street: `${1 + random(9999)} ${word(3)} Street`,
    ...{ city, state, postal_code, country: 'US', fee_cents: '46500', consular: random(100) === 0 ? 'yes' : 'no' },
    ...(random(20) === 0
      ? { representative_name: word(4), representative_street: `${1 + random(999)} Court Street`, representative_city: city, representative_state: state, representative_postal_code: postal_code, representative_country: 'US' }
      : {}),
  }
}

/** A CSV file of so many filings, in pieces. */
export function* paperFilings(count: number, seed = 2026): Generator<Buffer> {
  const random = randomOf(seed)
  let piece = csvLine(columns)
  for (let place = 0; place < count; place += 1) {
    const cells = filing(place, random)
    piece += csvLine(columns.map((column) => cells[column] ?? ''))
    if (piece.length < 64 * 1024) continue
    yield Buffer.from(piece)
    piece = ''
  }
  yield Buffer.from(piece)
}
