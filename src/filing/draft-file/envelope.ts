import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { HashStrength } from '../../platform/crypto/passwords.ts'

/** Bytes of a whole draft file. The largest answers that any form of ours can hold fit; a test reckons it. */
export const fileBytesMost = 4 * 1024 ** 2

/**
 * What one guess at a passphrase costs: 64 MiB, three passes (RFC 9106, section 4, second choice, with one lane). More
 * than for a password of an account, because a file can be guessed at anywhere and for ever.
 */
export const fileStrength: HashStrength = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }

/** What a file may ask of the machine that opens it, in KiB and passes: no more than ours, on the line that sign-in waits in. */
const strengthMost = { memoryCost: 64 * 1024, timeCost: 3 }
/** RFC 9106, section 3.1: eight blocks for one lane. */
const memoryLeast = 8

const version = 1
const saltBytes = 16
const nonceBytes = 12
const tagBytes = 16
const firstLine = /^PORTOLAN-DRAFT ([1-9]\d{0,5})\n/
const kdfLine = /^argon2id m=([1-9]\d{0,9}) t=([1-9]\d{0,9}) p=1 salt=([\w-]{22})\n/
const cipherLine = /^aes-256-gcm nonce=([\w-]{16})\n/
const bodyLine = /^([\w-]+)\n$/

/** The lines before the sealed one, as they stand in the file: they are the associated data. */
export type FileHeader = {
  readonly lines: string
  readonly strength: HashStrength
  readonly salt: Buffer
  readonly nonce: Buffer
}

export type SealedFile = { readonly header: FileHeader; readonly sealed: Buffer }

/** Why a file is no draft file that can be opened here. A damaged one and a wrong passphrase are one answer. */
export type FileFault = 'not-a-draft-file' | 'newer-version' | 'too-large' | 'not-opened'

/** A header for a new file: salt and nonce are random, so that no two files have a key in common. */
export function newHeader(strength: HashStrength = fileStrength): FileHeader {
  const salt = randomBytes(saltBytes)
  const nonce = randomBytes(nonceBytes)
  const { memoryCost, timeCost } = strength
  const kdf = `argon2id m=${memoryCost} t=${timeCost} p=1 salt=${salt.toString('base64url')}`
  const lines = `PORTOLAN-DRAFT ${version}\n${kdf}\naes-256-gcm nonce=${nonce.toString('base64url')}\n`
  return { lines, strength, salt, nonce }
}

/** The text of a draft file: its header and one line of ciphertext and tag. `key`: 32 bytes made by the header. */
export function sealFile(header: FileHeader, key: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, header.nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(header.lines))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  const file = Buffer.from(`${header.lines}${sealed.toString('base64url')}\n`)
  if (file.length > fileBytesMost) throw new RangeError(`a draft file of ${file.length} bytes`)
  return file
}

/**
 * Takes a file apart, without a guess at its passphrase. Never throws, whatever it holds; a file that asks for more work
 * than is bounded here is not opened at all.
 */
export function readSealedFile(file: Buffer): SealedFile | FileFault {
  if (file.length > fileBytesMost) return 'too-large'
  // Every byte of the format is ASCII: read so, no other byte becomes one of its letters.
  const text = file.toString('latin1')
  const made = firstLine.exec(text)
  if (!made) return 'not-a-draft-file'
  if (Number(made[1]) > version) return 'newer-version'
  const kdf = kdfLine.exec(text.slice(made[0].length))
  const cipher = kdf && cipherLine.exec(text.slice(made[0].length + kdf[0].length))
  if (!kdf || !cipher) return 'not-opened'
  const lines = made[0] + kdf[0] + cipher[0]
  const sealed = bytesOf(bodyLine.exec(text.slice(lines.length))?.[1])
  const [salt, nonce] = [bytesOf(kdf[3]), bytesOf(cipher[1])]
  const strength = { memoryCost: Number(kdf[1]), timeCost: Number(kdf[2]), parallelism: 1 }
  if (!salt || !nonce || !sealed || sealed.length < tagBytes || !isBounded(strength)) return 'not-opened'
  return { header: { lines, strength, salt, nonce }, sealed }
}

const isBounded = ({ memoryCost, timeCost }: HashStrength) =>
  memoryCost >= memoryLeast && memoryCost <= strengthMost.memoryCost && timeCost <= strengthMost.timeCost

/** Base64url without padding, written in the one way that there is; undefined for any other text. */
function bytesOf(text: string | undefined): Buffer | undefined {
  const bytes = Buffer.from(text ?? '', 'base64url')
  return text !== undefined && bytes.toString('base64url') === text ? bytes : undefined
}

/** What was sealed; undefined alike for a wrong key and for a file that was changed anywhere. */
export function openFile({ header, sealed }: SealedFile, key: Buffer): Buffer | undefined {
  const cipher = createDecipheriv('aes-256-gcm', key, header.nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(header.lines))
  cipher.setAuthTag(sealed.subarray(-tagBytes))
  const plain = cipher.update(sealed.subarray(0, -tagBytes))
  try {
    return Buffer.concat([plain, cipher.final()])
  } catch {
    return undefined
  }
}
