import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'

export type ButtonLook = 'main' | 'quiet' | 'plain' | 'danger'

const looks: Record<ButtonLook, string> = {
  main: 'usa-button',
  quiet: 'usa-button usa-button--outline',
  plain: 'usa-button usa-button--unstyled',
  danger: 'usa-button button--danger',
}

type ButtonProps = { children: ComponentChildren; look?: ButtonLook; name?: string; value?: string; formaction?: string }

/** Sends its form. A page has one `main` button. */
export function Button({ children, look = 'main', name, value, formaction }: ButtonProps) {
  return (
    <button class={looks[look]} type="submit" name={name} value={value} formaction={formaction}>
      {children}
    </button>
  )
}

type ButtonLinkProps = { href: string; children: ComponentChildren; look?: ButtonLook; class?: string; accesskey?: string }

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ href, children, look = 'main', class: extra, accesskey }: ButtonLinkProps) {
  return (
    <a class={classNames(looks[look], extra)} href={href} accesskey={accesskey}>
      {children}
    </a>
  )
}

/** Lays buttons side by side, one above the other where the screen is narrow. */
export function ButtonRow({ children }: { children: ComponentChildren }) {
  return <div class="button-row">{children}</div>
}
