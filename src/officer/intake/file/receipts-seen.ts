/** A receipt number as one number below 2^53: three letters in base 26 before ten digits. Never 0. */
const keyOf = (receiptNumber: string): number =>
  [...receiptNumber.slice(0, 3)].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 65, 0) * 1e10 + Number(receiptNumber.slice(3)) + 1

const mixed = (key: number): number => {
  const half = Math.imul(key % 0x1_0000_0000 | 0, 0x9e3779b1) ^ Math.imul(Math.floor(key / 0x1_0000_0000) | 0, 0x85ebca6b)
  return (half ^ (half >>> 15)) >>> 0
}

interface Places {
  readonly keys: Float64Array
  readonly lines: Uint32Array
}

const places = (count: number): Places => ({ keys: new Float64Array(count), lines: new Uint32Array(count) })

/** Where the key stands, or the free place where it belongs. `count` is a power of two. */
function placeOf({ keys }: Places, key: number): number {
  let place = mixed(key) & (keys.length - 1)
  while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) & (keys.length - 1)
  return place
}

function grown(from: Places): Places {
  const to = places(from.keys.length * 2)
  from.keys.forEach((key, index) => {
    if (key === 0) return
    const place = placeOf(to, key)
    to.keys[place] = key
    to.lines[place] = from.lines[index] ?? 0
  })
  return to
}

/**
 * Remembers on which line each receipt number of a file stood first: `first` returns that line for one that was there, and
 * null for a new one, which it keeps. 12 bytes a place and three to six places of ten filled: 20 to 40 bytes a row, outside
 * the collected heap, 24 MiB for a million rows. Exact: two numbers are never taken for one.
 */
export function receiptsSeen(): { first(receiptNumber: string, line: number): number | null } {
  let kept = places(1024)
  let count = 0
  return {
    first(receiptNumber, line) {
      const key = keyOf(receiptNumber)
      const place = placeOf(kept, key)
      if (kept.keys[place] === key) return kept.lines[place] ?? null
      kept.keys[place] = key
      kept.lines[place] = line
      count += 1
      if (count > kept.keys.length * 0.6) kept = grown(kept)
      return null
    },
  }
}
