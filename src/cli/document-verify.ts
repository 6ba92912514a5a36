import { readFile } from 'node:fs/promises'
import { type FileVerdict, keysFromText, verifyNoticeFile } from '../correspondence/index.ts'

const inWords = {
  changed: 'This is not a notice as the agency made it: it was changed, or is a forgery.',
  'unknown-key': 'It is signed by a key that is not among those given. Fetch the keys anew from the agency’s own address; a key that no file of theirs has is not theirs.',
  'no-stamp': 'There is no signature of a notice in this file. Of a letter, check the code that is printed on it.',
} as const

function said(verdict: FileVerdict): string {
  if (verdict.is !== 'genuine') return inWords[verdict.is]
  const { code, kind, receiptNumber, issuedOn } = verdict.stamp
  return `This notice is genuine: ${kind} of ${issuedOn} about ${receiptNumber}, document code ${code}, signed by key ${verdict.keyId}. Whether it was replaced or withdrawn since, the agency alone can say.`
}

const contentOf = (file: string): Promise<Buffer | null> => readFile(file).catch(() => null)

/** Checks the PDF of a notice by public keys alone: no settings, no database, no network. 1: it is not genuine; 2: a file cannot be read. */
export async function documentVerify(file: string, options: { keys: string; json?: boolean }): Promise<number> {
  const [bytes, text] = [await contentOf(file), await contentOf(options.keys)]
  const keys = keysFromText(text?.toString('utf8') ?? '')
  if (!bytes) console.error(`${file} cannot be read.`)
  if (keys.length === 0) console.error(`${options.keys} has no public keys that can be read.`)
  if (!bytes || keys.length === 0) return 2
  const verdict = verifyNoticeFile(keys, bytes)
  console.log(options.json ? JSON.stringify(verdict) : said(verdict))
  return verdict.is === 'genuine' ? 0 : 1
}
