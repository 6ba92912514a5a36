import { hashCandidates } from '../../platform/crypto/keyed-hash.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { IntakeRow } from './file/intake-row.ts'

/** Everything a row says, in one order: the same form again has the same hash, in whatever file and on whatever line. */
const said = ({ line: _line, cells: _cells, ...row }: IntakeRow): string[] => [JSON.stringify(row, (_key, value) => (isRecord(value) ? sorted(value) : value))]

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const sorted = (record: Record<string, unknown>) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Under every key that can still be read, the current one first. */
export const rowHashes = (keys: Keys, row: IntakeRow): string[] => hashCandidates(keys, 'intake-row', said(row))
