import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

export type AlertKind = 'info' | 'warn' | 'good' | 'act'

const looks: Record<AlertKind, string> = {
  info: 'usa-alert usa-alert--info',
  warn: 'usa-alert usa-alert--warning',
  good: 'usa-alert usa-alert--success',
  act: 'usa-alert usa-alert--error',
}

type AlertProps = { kind: AlertKind; title?: string; children?: ComponentChildren; live?: boolean }

/** A message about the page. `live` ones are read aloud when the page opens; `act` is kept for what the person must do. */
export function Alert({ kind, title, children, live }: AlertProps) {
  return (
    <div class={looks[kind]} role={live ? 'status' : undefined}>
      <Icon name={kind} />
      <div class="usa-alert__body">
        {title ? <h2 class="usa-alert__heading">{title}</h2> : null}
        <div class="usa-alert__text">{children}</div>
      </div>
    </div>
  )
}
