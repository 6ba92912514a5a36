import { json, notFound } from '../../../platform/http/answer.ts'
import { textField } from '../../../platform/http/field.ts'
import { type Context, endpoint, page, records, recordsNothing } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { expectAnswer, readRegistrationAnswer, registrationOptions, relyingPartyOf } from '../../../platform/passkeys/index.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Card, HiddenWords, InstantText, Table, TextField } from '../../../ui/index.ts'
import { ownAccount } from '../../own-account.ts'
import { FormPage } from '../../pages/form-page.tsx'
import { needsRecentProof } from '../../sessions/access.ts'
import { addPasskey, passkeysMost, registerPasskey, takeRegistration } from '../add-passkey.ts'
import { newUserHandle, openCeremony } from '../ceremony.ts'
import { knownPasskeys, type OwnPasskey, ownPasskeys } from '../own-passkeys.ts'
import { passkeyFields } from './passkey-fields.ts'
import { PasskeyPart } from './passkey-part.tsx'
import { backToProof, nameMost, passkeysAfter } from './passkey-words.ts'

const outcomes = ['added', 'renamed', 'removed', 'too-often'] as const

/** What was done on the page before, said once. */
function Outcome({ t, done }: { t: Text; done: string | undefined }) {
  const outcome = outcomes.find((each) => each === done)
  if (!outcome) return null
  return (
    <Alert kind={outcome === 'too-often' ? 'warn' : 'good'} live>
      <p>{t(`passkeys.done.${outcome}`)}</p>
    </Alert>
  )
}

const rowOf = (t: Text, { id, name, addedAt, lastUsedAt, isSynced }: OwnPasskey) => [
  <bdi key="name">{name}</bdi>,
  <InstantText key="added" t={t} at={addedAt} />,
  lastUsedAt ? <InstantText key="used" t={t} at={lastUsedAt} /> : t('passkeys.never-used'),
  t(isSynced ? 'passkeys.synced' : 'passkeys.one-device'),
  <a key="change" href={paths.passkey({ passkey: id })}>
    {t.rich('passkeys.change', { name: (words) => <HiddenWords>{words}</HiddenWords> })}
  </a>,
]

/** The person's passkeys as a table; a sentence where there is none. */
export function PasskeysTable({ t, passkeys }: { t: Text; passkeys: readonly OwnPasskey[] }) {
  if (passkeys.length === 0) return <p>{t('passkeys.none')}</p>
  const head = (['name', 'added', 'used', 'kept', 'change'] as const).map((column) => t(`passkeys.table.${column}`))
  return <Table caption={t('passkeys.table')} head={head} rows={passkeys.map((passkey) => rowOf(t, passkey))} />
}

const defaultName = ({ t, services }: Pick<Context, 't' | 'services'>) =>
  t('passkeys.add.name-default', { day: t.day(services.clock.now().toZonedDateTimeISO(t.timeZone).toPlainDate()) })

export const passkeysPage = page({
  path: paths.passkeys,
  access: needsRecentProof,
  audit: records(takeRegistration, addPasskey),
  load: async (context) => (await context.read(ownPasskeys, undefined)) ?? [],
  loadsToShow: true,
  fields: { name: textField({ empty: 'passkeys.one.name-empty', most: nameMost, optional: true }), ...passkeyFields(readRegistrationAnswer) },
  view: ({ t, model: passkeys, form, context }) => ({
    title: t('passkeys.title'),
    script: 'passkeys.js',
    body: (
      <FormPage t={t} form={form} title={t('passkeys.title')}>
        <Outcome t={t} done={context.query.done} />
        <p>{t('passkeys.intro')}</p>
        <PasskeysTable t={t} passkeys={passkeys} />
        <Card title={t('passkeys.add.title')} plate>
          <p>{t('passkeys.lost')}</p>
          <PasskeyPart
            t={t}
            context={context}
            does="create"
            action={paths.passkeys()}
            asks={paths.askNewPasskey()}
            button={t('passkeys.add.submit')}
            look="main"
            noScript={t('passkeys.no-script')}
          >
            <TextField
              name="name"
              label={t('passkeys.add.name')}
              hint={t('passkeys.add.hint')}
              value={form.value('name')}
              error={form.error('name')}
              autocomplete="off"
            />
          </PasskeyPart>
        </Card>
        <p>
          <a href={paths.security()}>{t('passkeys.back')}</a>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: registerPasskey,
    input: ({ name, ticket, answer }, context) => ({ name: name || defaultName(context), ticket, answer }),
    shows: {
      'proof-not-recent': backToProof,
      'passkey-refused': { at: '', key: 'passkeys.add.refused' },
      'passkey-known': { at: '', key: 'passkeys.add.known' },
      'too-many-passkeys': { at: '', key: 'passkeys.add.too-many', values: { most: passkeysMost } },
      'too-many-attempts': { at: '', key: 'passkeys.add.too-often' },
    },
    then: () => passkeysAfter('added'),
  },
})

/** A challenge for a new passkey, bound to the session; authenticators that have one of the account's make no second. */
export const askNewPasskey = endpoint({
  path: paths.askNewPasskey,
  method: 'POST',
  access: needsRecentProof,
  audit: recordsNothing('a challenge is derived and kept nowhere until it is answered'),
  run: async (context) => {
    const { services, visit, t } = context
    const party = relyingPartyOf(services.publicUrl)
    const own = await context.read(knownPasskeys, undefined)
    const account = await context.read(ownAccount, undefined)
    if (!party || !own || !account) return notFound
    expectAnswer()
    const userHandle = own.userHandle ?? newUserHandle()
    const binding = { purpose: 'register', boundTo: visit.session?.id ?? '' } as const
    const { ticket, challenge } = openCeremony(services.keys, services.clock.now(), binding, userHandle)
    const wish = { siteName: t('ui.product'), userName: account.email, userHandle, challenge, known: own.known }
    return json({ ticket, options: registrationOptions(party, wish) })
  },
})
