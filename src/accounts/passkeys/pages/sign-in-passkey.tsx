import { json, notFound } from '../../../platform/http/answer.ts'
import { type Context, endpoint, page, records, recordsNothing } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { assertionOptions, readAssertionAnswer, relyingPartyOf } from '../../../platform/passkeys/index.ts'
import { paths } from '../../../platform/paths.ts'
import type { ButtonLook } from '../../../ui/index.ts'
import { FormPage } from '../../pages/form-page.tsx'
import { goOn } from '../../pages/go-on.ts'
import { signedOut } from '../../sessions/access.ts'
import { withNext } from '../../sessions/own-path.ts'
import { openCeremony } from '../ceremony.ts'
import { givePasskey, signInWithPasskey } from '../sign-in-with-passkey.ts'
import { tryPasskey } from '../try-passkey.ts'
import { passkeyFields } from './passkey-fields.ts'
import { PasskeyPart } from './passkey-part.tsx'

type SignInPasskeyProps = { t: Text; context: Context; look?: ButtonLook; offeredInField?: boolean }

/** **Sign in with a passkey**, for any page that a person who is not signed in can see. The page names the script. */
export function SignInPasskey({ t, context, ...shown }: SignInPasskeyProps) {
  return (
    <PasskeyPart
      t={t}
      context={context}
      does="get"
      action={withNext(paths.signInPasskey(), context.query.next)}
      asks={paths.askSignInPasskey()}
      button={t('passkeys.sign-in.submit')}
      noScript={t('passkeys.sign-in.no-script')}
      {...shown}
    />
  )
}

export const signInPasskeyPage = page({
  path: paths.signInPasskey,
  access: signedOut,
  audit: records(tryPasskey, signInWithPasskey),
  fields: passkeyFields(readAssertionAnswer),
  view: ({ t, form, context }) => ({
    title: t('passkeys.sign-in.title'),
    script: 'passkeys.js',
    body: (
      <FormPage t={t} form={form} title={t('passkeys.sign-in.title')}>
        <p>{t('passkeys.sign-in.intro')}</p>
        <SignInPasskey t={t} context={context} look="main" />
        <p>
          <a href={withNext(paths.signIn(), context.query.next)}>{t('passkeys.sign-in.with-password')}</a>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: givePasskey,
    input: ({ ticket, answer }, context) => ({ ticket, answer, boundTo: context.csrfToken(), next: context.query.next }),
    shows: {
      'passkey-refused': { at: '', key: 'passkeys.sign-in.refused' },
      'too-many-attempts': { at: '', key: 'accounts.sign-in.wait' },
    },
    then: goOn,
  },
})

/** Asked by the script when the person presses, or when the browser can offer passkeys: bound to the form's token. */
export const askSignInPasskey = endpoint({
  path: paths.askSignInPasskey,
  method: 'POST',
  access: signedOut,
  audit: recordsNothing('a challenge is derived and kept nowhere until it is answered'),
  run: async ({ services, csrfToken }) => {
    const party = relyingPartyOf(services.publicUrl)
    if (!party) return notFound
    const binding = { purpose: 'sign-in', boundTo: csrfToken() } as const
    const { ticket, challenge } = openCeremony(services.keys, services.clock.now(), binding)
    return json({ ticket, options: assertionOptions(party, challenge) })
  },
})
