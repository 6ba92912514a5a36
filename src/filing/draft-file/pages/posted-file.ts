import { createHash } from 'node:crypto'
import type { EndpointBody } from '../../../platform/http/page.ts'
import { idempotencyFieldName } from '../../../ui/index.ts'
import { fileBytesMost } from '../envelope.ts'
import { passphraseMost } from '../passphrase.ts'
import type { ImportProblem } from './import-notice.ts'

export type PostedFile = { readonly file: Buffer; readonly passphrase: string; readonly startKey: string }

type Coming = { file: Buffer | null; passphrase: string; startKey: string }

/** Reads the posted form part by part, never more of its file than a draft file may have. */
export async function postedFile(parts: NonNullable<EndpointBody['parts']>): Promise<PostedFile | ImportProblem> {
  const coming: Coming = { file: null, passphrase: '', startKey: '' }
  for await (const part of parts()) {
    if (part.kind === 'field') {
      if (part.name === 'passphrase') coming.passphrase = part.value
      if (part.name === idempotencyFieldName) coming.startKey = part.value
    } else if (part.fileName && coming.file === null) {
      const file = await bytesOf(part.stream)
      // Leaving the loop lets the rest of the body pass unread.
      if (typeof file === 'string') return file
      coming.file = file
    } else part.stream.resume()
  }
  return whole(coming)
}

function whole({ file, passphrase, startKey }: Coming): PostedFile | ImportProblem {
  if (!/^[\w-]{16,64}$/.test(startKey)) return 'stale'
  if (file === null) return 'no-file'
  if (passphrase === '') return 'no-passphrase'
  // Longer than any passphrase may be, in whatever way its letters were composed: it opens no file of ours.
  return passphrase.length > passphraseMost * 8 ? 'not-opened' : { file, passphrase, startKey: keyFor(startKey, file) }
}

/** A page that was gone back to may send another file: each file that one page sends starts one draft. */
const keyFor = (startKey: string, file: Buffer): string =>
  createHash('sha256').update(`${startKey}\n`).update(file).digest('base64url')

async function bytesOf(stream: NodeJS.ReadableStream): Promise<Buffer | 'too-large' | 'interrupted'> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > fileBytesMost) return 'too-large'
      chunks.push(chunk)
    }
  } catch {
    return 'interrupted'
  }
  return Buffer.concat(chunks)
}
