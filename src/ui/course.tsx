import type { ComponentChildren } from 'preact'
import type { Text } from '../platform/i18n/text.ts'
import { HiddenWords } from './hidden-words.tsx'

export type PortState = 'done' | 'now' | 'later'

export type Port = { state: PortState; title: ComponentChildren; when?: ComponentChildren; note?: ComponentChildren }

/** A case's way as a line of ports. Done is a filled port, now a ring, later a broken one: seen without colour. */
export function Course({ t, ports }: { t: Text; ports: readonly Port[] }) {
  return (
    <ol class="course">
      {ports.map(({ state, title, when, note }, index) => (
        <li key={index} class={`port port--${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <span class="port-title">
            <HiddenWords>{t(`ui.course.${state}`)} </HiddenWords>
            {title}
          </span>
          {when ? <span class="port-when">{when}</span> : null}
          {note ? <div class="port-note">{note}</div> : null}
        </li>
      ))}
    </ol>
  )
}
