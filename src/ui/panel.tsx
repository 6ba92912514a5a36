import type { ComponentChildren } from 'preact'
import type { Text } from '../platform/i18n/text.ts'

/** A tip beside a question. */
export function Panel({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="panel">
      <p class="panel-title">{title}</p>
      {children}
    </div>
  )
}

/** The reason for a question, one press away and open without a script. `open`: for who looks a form over. */
export function WhyWeAsk({ t, children, open = false }: { t: Text; children: ComponentChildren; open?: boolean }) {
  return (
    <details class="why" open={open}>
      <summary>{t('ui.why-we-ask')}</summary>
      <div class="why-body">{children}</div>
    </details>
  )
}
