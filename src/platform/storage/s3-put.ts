import type { Readable } from 'node:stream'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import type { Ask } from './s3-asking.ts'
import { StorageFault } from './storage.ts'

export type ObjectPlace = { Bucket: string; Key: string }

/** A server takes 10,000 parts of 5 MiB or more: this is the memory one put needs, twice, and files of 80 GiB. */
const partBytes = 8 * 1024 * 1024

/** Small files in one request, which is whole or nothing by itself; others in parts, which are nothing until the end. */
export async function putObject(ask: Ask, place: ObjectPlace, bytes: Readable): Promise<{ sizeBytes: number }> {
  const parts = partsOf(bytes)
  const first = await parts.next()
  if (first.done) throw new StorageFault('broken', 'NoParts')
  if (first.value.length < partBytes) {
    const body = { ...place, Body: first.value, ContentLength: first.value.length }
    await ask((client, options) => client.send(new PutObjectCommand(body), options))
    return { sizeBytes: first.value.length }
  }
  return putInParts(ask, place, first.value, parts)
}

async function putInParts(ask: Ask, place: ObjectPlace, first: Buffer, rest: AsyncIterable<Buffer>) {
  const { UploadId: id } = await ask((client, options) => client.send(new CreateMultipartUploadCommand(place), options))
  const upload = { ...place, UploadId: id }
  const done: { PartNumber: number; ETag: string | undefined }[] = []
  let sizeBytes = 0
  const send = async (part: Buffer) => {
    const numbered = { ...upload, PartNumber: done.length + 1, Body: part, ContentLength: part.length }
    const { ETag } = await ask((client, options) => client.send(new UploadPartCommand(numbered), options))
    done.push({ PartNumber: numbered.PartNumber, ETag })
    sizeBytes += part.length
  }
  try {
    await send(first)
    for await (const part of rest) if (part.length > 0) await send(part)
    const whole = { ...upload, MultipartUpload: { Parts: done } }
    await ask((client, options) => client.send(new CompleteMultipartUploadCommand(whole), options))
    return { sizeBytes }
  } catch (fault) {
    // What a dead server or process keeps of it, the bucket's own rule for unfinished uploads deletes.
    await ask((client, options) => client.send(new AbortMultipartUploadCommand(upload), options)).catch(() => undefined)
    throw fault
  }
}

/** Parts of the one size, and a last one that is smaller, and empty where the others were all. */
async function* partsOf(bytes: Readable): AsyncGenerator<Buffer, undefined> {
  let waiting: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    let piece = Buffer.from(chunk as Buffer)
    while (size + piece.length >= partBytes) {
      yield Buffer.concat([...waiting, piece.subarray(0, partBytes - size)])
      piece = piece.subarray(partBytes - size)
      waiting = []
      size = 0
    }
    waiting.push(piece)
    size += piece.length
  }
  yield Buffer.concat(waiting)
}
