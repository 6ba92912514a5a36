/** What was found wrong with a run of numbers; zeros and nothing uneven is what is hoped for. */
export type NumberReport = {
  numbers: number
  duplicates: number
  leadingZeros: number
  missedDigitErrors: number
  missedSwaps: number
  /** Places (from 0) whose digits are not evenly spread, beyond what chance gives once in a million. */
  unevenPlaces: number[]
  /** Places whose step from one number to the next is not evenly spread: there the sequence would show through. */
  followingPlaces: number[]
}

/** A run of numbers: how many, the number of each place (ASCII digits, the check digit last), and the check. */
export type NumberRun = { count: number; issue: (place: number) => string; fits: (number: string) => boolean }

/** χ² with 9 degrees of freedom exceeds this once in a million. */
const chiSquareMax = 46

const wrongDigitsMissed = (number: string, fits: NumberRun['fits']): number => {
  let missed = 0
  for (let at = 0; at < number.length; at += 1) {
    const [before, after] = [number.slice(0, at), number.slice(at + 1)]
    for (const digit of '0123456789') if (digit !== number[at] && fits(before + digit + after)) missed += 1
  }
  return missed
}

const swapsMissed = (number: string, fits: NumberRun['fits']): number => {
  let missed = 0
  for (let at = 0; at + 1 < number.length; at += 1) {
    const [here = '', next = ''] = [number[at], number[at + 1]]
    if (here !== next && fits(number.slice(0, at) + next + here + number.slice(at + 2))) missed += 1
  }
  return missed
}

/** Counts of the digits 0 to 9, one row a place. */
const tally = (length: number) => {
  const rows = Array.from({ length }, () => new Uint32Array(10))
  return {
    add(place: number, digit: number) {
      const row = rows[place]
      if (row) row[digit] = (row[digit] ?? 0) + 1
    },
    /** The places whose counts are further from the expected shares than chance allows. */
    oddPlaces: (total: number, shares: (place: number) => readonly number[]): number[] =>
      rows.flatMap((row, place) => {
        const expected = shares(place).map((share) => share * total)
        const chiSquare = expected.reduce(
          (sum, want, digit) => sum + (want === 0 ? 0 : ((row[digit] ?? 0) - want) ** 2 / want),
          0,
        )
        return chiSquare > chiSquareMax ? [place] : []
      }),
  }
}

const evenly = new Array<number>(10).fill(0.1)
/** The first digit is 1 to 9, so a step of 0 comes from 9 of 81 pairs and every other step from 8. */
const firstDigits = [0, ...new Array<number>(9).fill(1 / 9)]
const firstSteps = [9 / 81, ...new Array<number>(9).fill(8 / 81)]

/**
 * Issues a run of numbers and looks for every fault they may have: doubles, a leading 0, a wrong digit or a swap of
 * neighbours that the check lets pass, digits that are uneven or follow the sequence. The suite runs a hundred
 * thousand, the fault run a million.
 */
export const numberFaults = ({ count, issue, fits }: NumberRun): NumberReport => {
  const length = issue(0).length
  const [digits, steps, seen] = [tally(length), tally(length), new Set<string>()]
  const found = { duplicates: 0, leadingZeros: 0, missedDigitErrors: 0, missedSwaps: 0 }
  let before = ''
  for (let place = 0; place < count; place += 1) {
    const number = issue(place)
    if (seen.has(number)) found.duplicates += 1
    seen.add(number)
    if (number.startsWith('0')) found.leadingZeros += 1
    found.missedDigitErrors += wrongDigitsMissed(number, fits)
    found.missedSwaps += swapsMissed(number, fits)
    for (let at = 0; at < length; at += 1) {
      digits.add(at, Number(number[at]))
      if (before) steps.add(at, (Number(number[at]) - Number(before[at]) + 10) % 10)
    }
    before = number
  }
  return {
    numbers: count,
    ...found,
    unevenPlaces: digits.oddPlaces(count, (place) => (place === 0 ? firstDigits : evenly)),
    followingPlaces: steps.oddPlaces(count - 1, (place) => (place === 0 ? firstSteps : evenly)),
  }
}
