import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ClamdAddress } from './clamd-address.ts'

/** How long each part of a conversation may last. A scan is silent until its verdict: `silent` bounds that too. */
export interface ClamdPatience {
  readonly connectMilliseconds: number
  readonly silentMilliseconds: number
  readonly wholeMilliseconds: number
}

/** clamd gives up on a file after two minutes (MaxScanTime): what is silent for longer is gone. */
export const usualPatience: ClamdPatience = {
  connectMilliseconds: 5_000,
  silentMilliseconds: 130_000,
  wholeMilliseconds: 180_000,
}

const chunkBytesMost = 65_536
const answerBytesMost = 4_096

/**
 * One command on a connection of its own, and its whole answer without the closing zero byte. It rejects for
 * everything that is not one whole answer to the whole question: no connection, silence, a close, an answer that is
 * too long or comes before everything was said. The socket is gone afterwards, whatever happened.
 */
export async function askClamd(
  address: ClamdAddress,
  command: 'PING' | 'VERSION' | 'INSTREAM',
  patience: ClamdPatience,
  bytes?: Readable,
): Promise<string> {
  const socket = connect({ ...address })
  socket.on('error', () => undefined)
  const endWith = (words: string) => () => void socket.destroy(new Error(`clamd ${words}`))
  const whole = setTimeout(endWith('took too long'), patience.wholeMilliseconds)
  socket.setTimeout(patience.connectMilliseconds, endWith('was silent'))
  socket.once('connect', () => socket.setTimeout(patience.silentMilliseconds))
  const said = { all: false }
  try {
    // A question that cannot be put to its end ends the conversation; who waits for the answer hears of it.
    pipeline(question(command, bytes, said), socket, { end: false }).catch((fault: Error) => socket.destroy(fault))
    return await wholeAnswer(socket, said)
  } finally {
    clearTimeout(whole)
    socket.destroy()
    bytes?.destroy()
  }
}

/** The command, then the bytes in pieces with their length before each; a length of zero ends them (clamd(8)). */
async function* question(command: string, bytes: Readable | undefined, said: { all: boolean }): AsyncGenerator<Buffer> {
  const opening = Buffer.from(`z${command}\0`)
  if (!bytes) said.all = true
  yield opening
  if (!bytes) return
  for await (const piece of bytes) {
    for (let start = 0; start < piece.length; start += chunkBytesMost) {
      const chunk: Buffer = piece.subarray(start, start + chunkBytesMost)
      yield lengthOf(chunk.length)
      yield chunk
    }
  }
  said.all = true
  yield lengthOf(0)
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

async function wholeAnswer(socket: Socket, said: { all: boolean }): Promise<string> {
  let heard = Buffer.alloc(0)
  for await (const chunk of socket) {
    heard = Buffer.concat([heard, chunk])
    if (!said.all) throw new Error('clamd answered before it had heard everything')
    const end = heard.indexOf(0)
    if (end >= 0 && end === heard.length - 1) return heard.subarray(0, end).toString('utf8')
    if (end >= 0 || heard.length > answerBytesMost) throw new Error('clamd gave more than one answer')
  }
  throw new Error('clamd closed without an answer')
}
