import type { ComponentChildren } from 'preact'
import { csrfFieldName } from '../platform/http/csrf.ts'

/** The hidden field that makes a second press of the same button the same request. */
export const idempotencyFieldName = 'idempotencyKey'

type FormShellProps = {
  action: string
  csrfToken: string
  /** Given by pages whose form creates something: pressing twice does it once. */
  idempotencyKey?: string | undefined
  /** A form that carries files: sent as multipart, the token as its first part. */
  files?: boolean
  children: ComponentChildren
  class?: string
}

/**
 * A form that posts. The server judges every field, so the browser's own messages are off. One with fields that stands
 * by itself on a page lies on a sheet of paper; inside a card, or as a single button, it does not.
 */
export function FormShell({ action, csrfToken, idempotencyKey, files, children, class: extra }: FormShellProps) {
  return (
    <form
      class={extra ?? 'form'}
      method="post"
      action={action}
      enctype={files ? 'multipart/form-data' : undefined}
      novalidate
      data-send-once
    >
      <input type="hidden" name={csrfFieldName} value={csrfToken} />
      {idempotencyKey ? <input type="hidden" name={idempotencyFieldName} value={idempotencyKey} /> : null}
      {children}
    </form>
  )
}
