import type { ComponentChildren } from 'preact'

/** Words for those who listen, where the eye has another sign. */
export function HiddenWords({ children }: { children: ComponentChildren }) {
  return <span class="hidden-words">{children}</span>
}
