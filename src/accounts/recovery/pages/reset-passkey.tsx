import { json, notFound, seeOther } from '../../../platform/http/answer.ts'
import { endpoint, page, records, recordsNothing } from '../../../platform/http/page.ts'
import { assertionOptions, expectAnswer, readAssertionAnswer, relyingPartyOf } from '../../../platform/passkeys/index.ts'
import { paths } from '../../../platform/paths.ts'
import { FormPage } from '../../pages/form-page.tsx'
import { reload } from '../../pages/go-on.ts'
import { openCeremony } from '../../passkeys/ceremony.ts'
import { passkeyFields } from '../../passkeys/pages/passkey-fields.ts'
import { PasskeyPart } from '../../passkeys/pages/passkey-part.tsx'
import { tryPasskey } from '../../passkeys/try-passkey.ts'
import { resetting } from '../../sessions/access.ts'
import { keepResetPasskey, proveByPasskey } from '../prove-by-passkey.ts'
import { mayTake } from '../reset-way.ts'
import { standingFor } from './standing-for.ts'

export const resetPasskeyPage = page({
  path: paths.resetPasskey,
  access: resetting,
  audit: records(tryPasskey, keepResetPasskey),
  load: (context) => standingFor('passkey', context),
  fields: passkeyFields(readAssertionAnswer),
  view: ({ t, model: { facts }, form, context }) => ({
    title: t('passkeys.reset.title'),
    script: 'passkeys.js',
    body: (
      <FormPage t={t} form={form} title={t('passkeys.reset.title')}>
        <p>{t('passkeys.reset.intro')}</p>
        <PasskeyPart
          t={t}
          context={context}
          does="get"
          action={paths.resetPasskey()}
          asks={paths.askResetPasskey()}
          button={t('passkeys.again.submit')}
          look="main"
          noScript={t('passkeys.reset.no-script')}
        />
        {mayTake('code', facts) ? (
          <p>
            <a href={paths.resetCode()}>{t('recovery.backup.use-code')}</a>
          </p>
        ) : null}
        <p>
          <a href={paths.resetBackupCode()}>{t('recovery.code.use-backup')}</a>
        </p>
        <p>
          <a href={paths.forgotPassword()}>{t('recovery.code.again')}</a>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: proveByPasskey,
    input: ({ ticket, answer }, { visit }) => ({ ticket, answer, boundTo: visit.session?.id ?? '' }),
    shows: {
      'passkey-refused': { at: '', key: 'passkeys.reset.refused' },
      'reset-elsewhere': reload,
      'too-many-attempts': { at: '', key: 'accounts.sign-in.wait' },
    },
    then: () => seeOther(paths.resetAnswers()),
  },
})

/** A challenge bound to the reset's session. Which passkeys the account has, who holds a mailbox is not told. */
export const askResetPasskey = endpoint({
  path: paths.askResetPasskey,
  method: 'POST',
  access: resetting,
  audit: recordsNothing('a challenge is derived and kept nowhere until it is answered'),
  run: async ({ services, visit }) => {
    const party = relyingPartyOf(services.publicUrl)
    if (!party) return notFound
    expectAnswer()
    const binding = { purpose: 'prove-again', boundTo: visit.session?.id ?? '' } as const
    const { ticket, challenge } = openCeremony(services.keys, services.clock.now(), binding)
    return json({ ticket, options: assertionOptions(party, challenge) })
  },
})
