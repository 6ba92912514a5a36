import type { ComponentChildren } from 'preact'

export type TagKind = 'plain' | 'wait' | 'good' | 'act'

/** One or two words of state. The words say it all; the colour only repeats them. */
export function Tag({ kind = 'plain', children }: { kind?: TagKind; children: ComponentChildren }) {
  return <span class={`usa-tag tag--${kind}`}>{children}</span>
}
