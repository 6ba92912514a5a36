import type { ShownText } from '../../filing/index.ts'

/** An answer or a file as it is, and what became of it since it was read last. `was` null: it was not there. */
export interface Read<T> {
  readonly is: T
  readonly changed: boolean
  readonly was: string | null
}

export interface ReadSection {
  readonly heading: string
  readonly rows: readonly { readonly label: string; readonly value: Read<string> }[]
}

type ShownFile = ShownText['evidence'][number]

/** A signed text beside the one that was read before it; `isFirst`: there is none, and nothing is marked. */
export interface ReadText {
  readonly title: string
  readonly isFirst: boolean
  readonly sections: readonly ReadSection[]
  readonly files: readonly Read<ShownFile>[]
  /** What is not there any more, as it was. */
  readonly gone: readonly { readonly label: string; readonly was: string }[]
  /** How many answers and files differ. */
  readonly count: number
}

const keyOf = (heading: string, label: string, nth: number): string => JSON.stringify([heading, label, nth])

interface Keyed {
  readonly label: string
  readonly value: string
}

/** Every answer by where it stands; two that are called alike on one page are told apart by their order. */
function keyed({ sections }: ShownText): Map<string, Keyed> {
  const rows = new Map<string, Keyed>()
  for (const { heading, rows: of } of sections)
    for (const [label, value] of of) {
      let nth = 1
      while (rows.has(keyOf(heading, label, nth))) nth += 1
      rows.set(keyOf(heading, label, nth), { label, value })
    }
  return rows
}

/** What makes a file another one: its bytes, its name, where it belongs, and what is said of it. */
const fileKey = ({ document, name, sha256, description, translates }: ShownFile): string =>
  JSON.stringify([document, name, sha256, description ?? null, translates ?? null])

function readRows(now: ShownText, before: Map<string, Keyed> | null): readonly ReadSection[] {
  const seen = new Set<string>()
  return now.sections.map(({ heading, rows }) => ({
    heading,
    rows: rows.map(([label, is]) => {
      let nth = 1
      while (seen.has(keyOf(heading, label, nth))) nth += 1
      const key = keyOf(heading, label, nth)
      seen.add(key)
      const was = before?.get(key)?.value ?? null
      return { label, value: { is, changed: before !== null && was !== is, was } }
    }),
  }))
}

/** Marks what differs between two signed texts in the same words. */
export function readBeside(now: ShownText, before: ShownText | null): ReadText {
  const rowsBefore = before && keyed(before)
  const sections = readRows(now, rowsBefore)
  const filesBefore = new Set(before?.evidence.map(fileKey))
  const filesNow = new Set(now.evidence.map(fileKey))
  const files = now.evidence.map((is) => ({ is, changed: before !== null && !filesBefore.has(fileKey(is)), was: null }))
  const keysNow = keyed(now)
  const gone = [
    ...[...(rowsBefore ?? [])].filter(([key]) => !keysNow.has(key)).map(([, { label, value }]) => ({ label, was: value })),
    ...(before?.evidence ?? []).filter((file) => !filesNow.has(fileKey(file))).map(({ label, name }) => ({ label, was: name })),
  ]
  const changed = sections.flatMap(({ rows }) => rows).filter(({ value }) => value.changed).length
  return { title: now.title, isFirst: before === null, sections, files, gone, count: changed + files.filter((file) => file.changed).length + gone.length }
}
