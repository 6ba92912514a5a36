export type NumberKind = 'account' | 'receipt' | 'a-number'

const lengths: Record<NumberKind, readonly number[]> = {
  account: [4, 4, 4],
  receipt: [3, 4, 3, 3],
  'a-number': [4, 3, 3],
}

/** Cuts a number into the groups it is always shown in; what is longer keeps its rest as the last group. */
export function numberGroups(kind: NumberKind, value: string): string[] {
  const groups: string[] = []
  let from = 0
  for (const length of lengths[kind]) {
    groups.push(value.slice(from, from + length))
    from += length
  }
  return [...groups, value.slice(from)].filter((group) => group !== '')
}
