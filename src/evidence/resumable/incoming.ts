import type { Readable } from 'node:stream'

/** The bytes of a request, read in pieces of a wanted size. A sender that goes away ends them like any other end. */
export interface Incoming {
  /** Whether nothing more comes; waits until that is known. */
  isOver(): Promise<boolean>
  /** True once the sender has gone away before the end. */
  isBroken(): boolean
  /** At least so many bytes from the front, which stay there; fewer where there are no more. */
  peek(bytes: number): Promise<Buffer>
  /** The next bytes, so many at most. */
  take(bytesMost: number): AsyncGenerator<Buffer>
}

export function incomingBytes(stream: Readable): Incoming {
  // Destroying the request would close the connection that the answer goes out on.
  const source = stream.iterator({ destroyOnReturn: false })
  let front: Buffer[] = []
  let broken = false
  const read = async (): Promise<Buffer | undefined> => {
    try {
      const next = await source.next()
      return next.done ? undefined : (next.value as Buffer)
    } catch {
      broken = true
      return undefined
    }
  }
  const next = async () => front.shift() ?? read()
  return {
    isBroken: () => broken,
    async isOver() {
      const piece = await next()
      if (piece) front.unshift(piece)
      return piece === undefined
    },
    async peek(bytes) {
      const seen: Buffer[] = []
      for (let size = 0; size < bytes; ) {
        const piece = await next()
        if (!piece) break
        seen.push(piece)
        size += piece.length
      }
      front = [...seen, ...front]
      return Buffer.concat(seen)
    },
    async *take(bytesMost) {
      for (let left = bytesMost; left > 0; ) {
        const piece = await next()
        if (!piece) return
        if (piece.length > left) front.unshift(piece.subarray(left))
        const own = piece.subarray(0, left)
        left -= own.length
        yield own
      }
    },
  }
}
