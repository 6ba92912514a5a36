import type { HeldPart } from '../../src/platform/archive/index.ts'
import type { AccountTable } from '../cast/account-tables.ts'

/** One sentence for each table that has something of an account and is neither in the archive nor left out with a reason. */
export function heldFaults(tables: readonly AccountTable[], parts: readonly HeldPart[]): string[] {
  const read = new Set<string>(parts.flatMap(({ from }) => from))
  const left = new Map<string, string>(parts.flatMap(({ leavesOut }) => Object.entries(leavesOut)))
  const known = new Set(tables.map(({ table }) => table))
  return [
    ...tables.flatMap(({ table }) =>
      read.has(table) || left.has(table) ? [] : [`${table} has something of an account: add it to a held part, or to its leavesOut with a reason`],
    ),
    ...[...read].filter((table) => left.has(table)).map((table) => `${table} is read for the archive and left out of it`),
    ...[...left].flatMap(([table, why]) => (why.trim().length < 20 ? [`${table} is left out for no reason`] : [])),
    ...[...left.keys()].filter((table) => !known.has(table)).map((table) => `${table} is left out and has nothing of an account`),
  ]
}

/** What a comment promises of a closing, in lower case; null: it does not say. */
export const promiseOf = ({ comment }: Pick<AccountTable, 'comment'>): string | null =>
  /Closing(?: an account)?(?: and legal hold)?: ([^.;]+)/i.exec(comment)?.[1]?.toLowerCase() ?? null
