import { json, notFound } from '../../../platform/http/answer.ts'
import { type Context, endpoint, page, records, recordsNothing } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { assertionOptions, expectAnswer, readAssertionAnswer, relyingPartyOf } from '../../../platform/passkeys/index.ts'
import { paths } from '../../../platform/paths.ts'
import type { ButtonLook } from '../../../ui/index.ts'
import { FormPage } from '../../pages/form-page.tsx'
import { goOn } from '../../pages/go-on.ts'
import { signedIn } from '../../sessions/access.ts'
import { withNext } from '../../sessions/own-path.ts'
import { openCeremony } from '../ceremony.ts'
import { knownPasskeys } from '../own-passkeys.ts'
import { givePasskeyAgain, proveWithPasskey } from '../prove-with-passkey.ts'
import { tryPasskey } from '../try-passkey.ts'
import { passkeyFields } from './passkey-fields.ts'
import { PasskeyPart } from './passkey-part.tsx'

/** Whether the person who is signed in has a passkey to show it is them with. */
const hasPasskey = async (context: Pick<Context, 'read'>): Promise<boolean> =>
  ((await context.read(knownPasskeys, undefined))?.known.length ?? 0) > 0

/** **Use a passkey**, for the page that asks for a fresh factor. The page names the script. */
export function StepUpPasskey({ t, context, look = 'quiet' }: { t: Text; context: Context; look?: ButtonLook }) {
  return (
    <PasskeyPart
      t={t}
      context={context}
      does="get"
      action={withNext(paths.stepUpPasskey(), context.query.next)}
      asks={paths.askStepUpPasskey()}
      button={t('passkeys.again.submit')}
      look={look}
      noScript={t('passkeys.again.no-script')}
    />
  )
}

export const stepUpPasskeyPage = page({
  path: paths.stepUpPasskey,
  access: signedIn,
  audit: records(tryPasskey, proveWithPasskey),
  load: hasPasskey,
  loadsToShow: true,
  fields: passkeyFields(readAssertionAnswer),
  view: ({ t, model: isThere, form, context }) => ({
    title: t('passkeys.again.title'),
    script: 'passkeys.js',
    body: (
      <FormPage t={t} form={form} title={t('passkeys.again.title')}>
        {isThere ? (
          <>
            <p>{t('passkeys.again.intro')}</p>
            <StepUpPasskey t={t} context={context} look="main" />
          </>
        ) : (
          <p>{t('passkeys.again.none')}</p>
        )}
        <p>
          <a href={withNext(paths.signInAgain(), context.query.next)}>{t('passkeys.again.with-code')}</a>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: givePasskeyAgain,
    input: ({ ticket, answer }, { visit, query }) => ({ ticket, answer, boundTo: visit.session?.id ?? '', next: query.next }),
    shows: {
      'passkey-refused': { at: '', key: 'passkeys.again.refused' },
      'too-many-attempts': { at: '', key: 'accounts.sign-in.wait' },
    },
    then: goOn,
  },
})

/** A challenge for the passkeys of the account that is signed in, bound to its session. */
export const askStepUpPasskey = endpoint({
  path: paths.askStepUpPasskey,
  method: 'POST',
  access: signedIn,
  audit: recordsNothing('a challenge is derived and kept nowhere until it is answered'),
  run: async (context) => {
    const { services, visit } = context
    const party = relyingPartyOf(services.publicUrl)
    const own = await context.read(knownPasskeys, undefined)
    if (!party || !own || own.known.length === 0) return notFound
    expectAnswer()
    const binding = { purpose: 'prove-again', boundTo: visit.session?.id ?? '' } as const
    const { ticket, challenge } = openCeremony(services.keys, services.clock.now(), binding)
    return json({ ticket, options: assertionOptions(party, challenge, own.known) })
  },
})
