import { createWriteStream, type WriteStream } from 'node:fs'
import { unlink } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import type { Delimiter } from '../platform/csv.ts'

interface Report<R> {
  head(delimiter: Delimiter): string
  line(row: R, delimiter: Delimiter): string
}

/**
 * The file of refused rows, made when the first one is refused. The one of an earlier run beside the file is taken away; a
 * file that somebody named is theirs.
 */
export function refusedRowsIn<R>({ path, isNamed }: { path: string; isNamed: boolean }, { head, line }: Report<R>) {
  let open: WriteStream | undefined
  return {
    async add(row: R, delimiter: Delimiter) {
      if (!open) {
        open = createWriteStream(path, { mode: 0o600 })
        open.write(head(delimiter))
      }
      if (!open.write(line(row, delimiter))) await new Promise((settle) => open?.once('drain', settle))
    },
    async end(): Promise<string | null> {
      if (!open) return isNamed ? null : unlink(path).then(() => null, () => null)
      open.end()
      await finished(open)
      return path
    },
  }
}
