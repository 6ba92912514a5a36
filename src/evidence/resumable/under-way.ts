import { createHash, type Hash } from 'node:crypto'

/** What this process remembers of an upload between two pieces: only so far as it saw all of it go by. */
export interface Remembered {
  offset: number
  /** Of everything up to there; null: something came in through another process, and is read back at the end. */
  hash: Hash | null
  /** A number for the next part that was given to this process and not used; null: one is asked for. */
  number: number | null
}

export interface UnderWay {
  /** Takes what is remembered, so that of two pieces at once one alone has it. */
  take(upload: string, offset: number): Remembered
  /** An upload that was opened here: its first part's number is ours. */
  begin(upload: string): void
  keep(upload: string, remembered: Remembered): void
}

/** A hash is a few hundred bytes; who is forgotten is read back. */
const rememberedMost = 1000

/** SHA-256 goes on in memory from piece to piece: its state survives no process, and an upload does. */
export function uploadsUnderWay(): UnderWay {
  const known = new Map<string, Remembered>()
  const keep = (upload: string, remembered: Remembered) => {
    known.delete(upload)
    const [oldest] = known.keys()
    if (oldest !== undefined && known.size >= rememberedMost) known.delete(oldest)
    known.set(upload, remembered)
  }
  return {
    take(upload, offset) {
      const remembered = known.get(upload)
      known.delete(upload)
      if (remembered?.offset === offset) return remembered
      return { offset, hash: offset === 0 ? createHash('sha256') : null, number: null }
    },
    begin: (upload) => keep(upload, { offset: 0, hash: createHash('sha256'), number: 1 }),
    keep,
  }
}
