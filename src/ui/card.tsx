import type { ComponentChildren } from 'preact'
import { ButtonLink } from './button.tsx'

type CardProps = { title?: string; children: ComponentChildren; plate?: boolean }

/** A sheet of paper on the sand; `plate` tints it for the one form a page is about. */
export function Card({ title, children, plate }: CardProps) {
  return (
    <section class={plate ? 'card card--plate' : 'card'}>
      {title ? <h2>{title}</h2> : null}
      {children}
    </section>
  )
}

type TodoCardProps = {
  title: string
  children?: ComponentChildren
  /** By when, how long is left: “64 days left · due Tuesday, January 26, 2027”. */
  due?: ComponentChildren
  action?: { href: string; words: string } | undefined
}

/** The one thing asked of the person: first on its page, the only part in coral. */
export function TodoCard({ title, children, due, action }: TodoCardProps) {
  return (
    <section class="card card--todo">
      <h2>{title}</h2>
      {children}
      {due ? <p class="due">{due}</p> : null}
      {action ? (
        <p>
          <ButtonLink href={action.href}>{action.words}</ButtonLink>
        </p>
      ) : null}
    </section>
  )
}

type EmptyStateProps = { title: string; children: ComponentChildren; action?: { href: string; words: string } }

/** Where nothing is yet: what will appear here, and what to do meanwhile. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <section class="card card--empty">
      <h2>{title}</h2>
      {children}
      {action ? (
        <p>
          <ButtonLink href={action.href} look="quiet">
            {action.words}
          </ButtonLink>
        </p>
      ) : null}
    </section>
  )
}
