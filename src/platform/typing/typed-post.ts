import { openPageFieldName } from '../http/parking.ts'
import { type Posted, postedText } from '../http/posted.ts'
import type { OwnKeep } from './kept-by.ts'

/** Beside the fields of a page: the mark that it was drawn from. */
const markFieldName = 'typed-mark'

/** And which keep of its open page it is: a number that rises. */
const countFieldName = 'typed-count'

export interface TypedPost {
  readonly mark: string
  /** Left out: it does not say. */
  readonly own: OwnKeep | undefined
}

/** What the script of a page says of a keep beside what was typed. */
export function typedPost(posted: Posted): TypedPost {
  const [page, count] = [postedText(posted, openPageFieldName), postedText(posted, countFieldName)]
  const isOwn = /^[0-9a-f]{32}$/.test(page) && /^[1-9]\d{0,8}$/.test(count)
  return { mark: postedText(posted, markFieldName), own: isOwn ? { page, count: Number(count) } : undefined }
}
