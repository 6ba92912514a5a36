import type { FastifyRequest } from 'fastify'
import { csrfFieldName } from './csrf.ts'
import type { UploadPart } from './page.ts'
import { withoutPiles } from './posted.ts'

/** Thrown into the route's reading loop when the form's token is wrong or not the first part. */
export class TokenMissing extends Error {
  /** What stood in its place; empty: nothing. */
  readonly token: string

  constructor(token: string) {
    super()
    this.token = token
  }
}

/** A body that is not the form it says it is, or that ended too early: its sender's affair, and no fault of ours. */
class BrokenForm extends Error {
  readonly statusCode = 400
}

/** What the reader of the form throws: what it has a status for, such as too many parts, keeps that. */
const asBrokenForm = (fault: unknown): unknown =>
  fault instanceof TokenMissing || (typeof fault === 'object' && fault !== null && 'statusCode' in fault) ? fault : new BrokenForm()

/**
 * A multipart body, part by part. The token must be the first part: nothing is read or stored before it fits,
 * however large the file behind it is.
 */
export function partsOf(request: FastifyRequest, tokenFits: (token: string) => boolean): () => AsyncIterable<UploadPart> {
  return async function* () {
    let proven = false
    try {
      for await (const part of request.parts()) {
        if (!proven) {
          const token = part.type === 'field' && part.fieldname === csrfFieldName ? String(part.value) : ''
          proven = tokenFits(token)
          if (!proven) throw new TokenMissing(token)
          continue
        }
        if (part.type === 'field') yield { kind: 'field', name: part.fieldname, value: withoutPiles(String(part.value)) }
        else yield { kind: 'file', name: part.fieldname, fileName: withoutPiles(part.filename ?? ''), stream: part.file }
      }
    } catch (fault) {
      throw asBrokenForm(fault)
    } finally {
      // Who answers before the body has come in lets the rest of it pass: a browser reads the answer only when it has
      // sent everything, and would wait until the request times out.
      request.raw.unpipe()
      request.raw.resume()
    }
  }
}
