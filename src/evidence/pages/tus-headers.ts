import { type Answer, json, noContent } from '../../platform/http/answer.ts'
import type { EndpointBody } from '../../platform/http/page.ts'
import { withoutPiles } from '../../platform/http/posted.ts'
import type { ResumableUpload } from '../resumable/resumable-upload.ts'

/** The one version of the protocol that is spoken (tus.io, resumable upload protocol 1.0). */
export const tusVersion = '1.0.0'

const spoken = { 'tus-resumable': tusVersion }

type Headers = EndpointBody['headers']

const headerText = (headers: Headers, name: string): string => String(headers[name] ?? '')

/** A whole number of bytes; null for anything else. */
export function headerBytes(headers: Headers, name: string): number | null {
  const text = headerText(headers, name)
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

/** Null where the sender speaks our version, else the answer that says which it is. */
export const otherVersion = (headers: Headers): Answer | null =>
  headerText(headers, 'tus-resumable') === tusVersion ? null : noContent({ ...spoken, 'tus-version': tusVersion, 'cache-control': 'no-store' }, 412)

/** `filename d29ybGQucGRm,document b3RoZXI=`: names and base64 of what they are. */
export function metadataIn(headers: Headers): ReadonlyMap<string, string> {
  const pairs = headerText(headers, 'upload-metadata')
    .slice(0, 4000)
    .split(',')
    .map((pair) => pair.trim().split(' '))
  return new Map(pairs.map(([name = '', value = '']) => [name, withoutPiles(Buffer.from(value, 'base64').toString())]))
}

/** What tells where an upload stands. */
const standing = ({ offsetBytes, sizeBytes, expiresAt, outcome }: Pick<ResumableUpload, 'offsetBytes' | 'sizeBytes' | 'expiresAt' | 'outcome'>) => ({
  ...spoken,
  'cache-control': 'no-store',
  'upload-offset': `${offsetBytes}`,
  'upload-length': `${sizeBytes}`,
  // RFC 9110, 5.6.7
  'upload-expires': new Date(expiresAt.epochMilliseconds).toUTCString(),
  ...(outcome ? { 'upload-outcome': outcome } : {}),
})

export const standsAt = (upload: ResumableUpload, status: number, headers: Record<string, string> = {}): Answer =>
  noContent({ ...standing(upload), ...headers }, status)

export const gone = (): Answer => noContent({ ...spoken, 'cache-control': 'no-store' })

/** Why nothing was taken: a code for scripts, and the words for the person. */
export const refusedWith = (problem: string, words: string, status: number): Answer => json({ problem, words }, status, spoken)

/** What the protocol itself does not allow; people never meet it. */
export const protocolFault = (problem: string, status: number): Answer => json({ problem }, status, spoken)
