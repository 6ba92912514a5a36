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
  /** Without the sheet of paper around it: a form inside a card, or one that is a single button. */
  bare?: boolean
  children: ComponentChildren
}

/** A form that posts. The server judges every field, so the browser's own messages are off. */
export function FormShell({ action, csrfToken, idempotencyKey, files, bare, children }: FormShellProps) {
  return (
    <form
      class={bare ? 'form' : 'card form'}
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
