import type { ComponentChildren } from 'preact'
import type { Context } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { relyingPartyOf } from '../../../platform/passkeys/index.ts'
import { Button, type ButtonLook, FormShell } from '../../../ui/index.ts'

type PasskeyPartProps = {
  t: Text
  context: Pick<Context, 'services' | 'csrfToken' | 'url'>
  /** Whether a passkey is made here or answers. */
  does: 'create' | 'get'
  /** Where the answer is posted, and where its challenge is asked for. */
  action: string
  asks: string
  button: string
  look?: ButtonLook
  noScript: string
  /** The browser may offer passkeys in the page's field for the user name too. */
  offeredInField?: boolean
  children?: ComponentChildren
}

const words = (t: Text) => ({
  'data-said-cancelled': t('passkeys.said.cancelled'),
  'data-said-late': t('passkeys.said.late'),
  'data-said-known': t('passkeys.said.known'),
  'data-said-unsuitable': t('passkeys.said.unsuitable'),
  'data-said-failed': t('passkeys.said.failed'),
})

/**
 * A form that a passkey fills in. What is shown of it, the page's script decides: the button, or why there is none in
 * this browser or at this address. Without JavaScript it says that it needs it.
 */
export function PasskeyPart(props: PasskeyPartProps) {
  const { t, context, button, look = 'quiet' } = props
  const party = relyingPartyOf(context.services.publicUrl)
  if (!party) return <p class="usa-hint">{t('passkeys.no-name')}</p>
  const link = (origin: ComponentChildren) => <a href={`${party.origin}${context.url}`}>{origin}</a>
  return (
    <section
      data-passkey={props.does}
      data-passkey-asks={props.asks}
      data-passkey-origin={party.origin}
      data-passkey-offered={props.offeredInField ? '' : undefined}
      {...words(t)}
    >
      <noscript>
        <p class="usa-hint">{props.noScript}</p>
      </noscript>
      <p class="usa-hint" data-passkey-when="elsewhere" hidden>
        {t.rich('passkeys.elsewhere', { link, origin: party.origin })}
      </p>
      <p class="usa-hint" data-passkey-when="unsupported" hidden>
        {t('passkeys.unsupported')}
      </p>
      <div data-passkey-when="ready" hidden>
        <FormShell action={props.action} csrfToken={context.csrfToken()}>
          <input type="hidden" name="ticket" />
          <input type="hidden" name="answer" />
          {props.children}
          <Button look={look}>{button}</Button>
          <p class="usa-error-message" role="alert" data-passkey-said />
        </FormShell>
      </div>
    </section>
  )
}
