import type { ComponentChildren } from 'preact'

/** The long rest of a list, one press away and open without a script. */
export function Fold({ words, children }: { words: string; children: ComponentChildren }) {
  return (
    <details class="why">
      <summary>{words}</summary>
      {children}
    </details>
  )
}
