import type { ComponentChildren } from 'preact'

export type Fact = { name: string; value: ComponentChildren }

/** Short facts beside a page: status, office, numbers. */
export function FactsList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
