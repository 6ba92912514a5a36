import { MergedNumbers, mergedNumbers, type OwnAccount, ownAccount, parseOnlineAccountNumber, showOnlineAccountNumber, signedIn } from '../../accounts/index.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { parsedField } from '../../platform/http/field.ts'
import { type Context, type FormState, page, procedure, recordsNothing } from '../../platform/http/page.ts'
import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Button, Card, ErrorSummary, FactsList, FormShell, TextField } from '../../ui/index.ts'
import { AboutYou } from '../person/pages/about-you.tsx'
import { profilePageModel } from './page-models.ts'
import { ThreeNumbers } from './three-numbers.tsx'

const numberField = parsedField<string>({ empty: 'profile.check.empty', most: 60 }, (typed) => {
  const read = parseOnlineAccountNumber(typed)
  return read.ok ? { value: read.number } : { error: `profile.check.${read.error}` as MessageKey }
})

function OwnFacts({ t, own, agency }: { t: Text; own: OwnAccount; agency: string }) {
  const number = own.onlineAccountNumber
  return (
    <Card>
      <FactsList
        facts={[
          {
            name: t('profile.number', { agency }),
            value: (
              <>
                <span class="number number--big">{number ? showOnlineAccountNumber(number) : ''}</span>
                <p class="usa-hint">{t('profile.number.about')}</p>
              </>
            ),
          },
          { name: t('profile.email'), value: own.email },
          { name: t('profile.type'), value: own.accountType ? t(`profile.type.${own.accountType}`) : '' },
        ]}
      />
      <p>
        <a href={paths.helpAccountNumber()}>{t('profile.help')}</a>
      </p>
      <p>
        <a href={paths.contact()}>{t('profile.contact.link')}</a>
      </p>
      <p>
        <a href={paths.mergeAccount()}>{t('merging.profile.link')}</a>
      </p>
    </Card>
  )
}

function Verdict({ t, checked }: { t: Text; checked: string | undefined }) {
  if (checked !== 'yours' && checked !== 'other') return null
  return (
    <Alert kind={checked === 'yours' ? 'good' : 'info'} live>
      <p>{t(`profile.check.${checked}`)}</p>
    </Alert>
  )
}

function Done({ t, done }: { t: Text; done: string | undefined }) {
  if (done !== 'names' && done !== 'born' && done !== 'a-number') return null
  return (
    <Alert kind="good" live>
      <p>{t(`person.done.${done}`)}</p>
    </Alert>
  )
}

/** Says of any number which of the three it is. It is posted and never stands in an address. */
function WhichNumber({ t, form, csrfToken }: { t: Text; form: FormState; csrfToken: string }) {
  return (
    <Card plate title={t('profile.check.title')}>
      <p>{t('profile.check.intro')}</p>
      <FormShell action={paths.profile()} csrfToken={csrfToken}>
        <TextField
          name="number"
          label={t('profile.check.label')}
          value={form.value('number')}
          error={form.error('number')}
          autocomplete="off"
          numeric
        />
        <Button look="quiet">{t('profile.check.button')}</Button>
      </FormShell>
    </Card>
  )
}

const checkNumber = procedure({
  refusals: [],
  call: async (context: Context, { number }: { number: string }) => {
    const own = await context.read(ownAccount, undefined)
    const merged = context.actor.merged ? await context.read(mergedNumbers, undefined) : null
    const isOwn = own?.onlineAccountNumber === number || merged?.includes(number)
    return { ok: true, output: isOwn ? 'yours' : 'other' }
  },
})

export const profilePage = page({
  path: paths.profile,
  access: signedIn,
  audit: recordsNothing('it shows what is the person’s own and keeps nothing'),
  load: async (context: Context) => {
    const model = await context.read(profilePageModel, {})
    // Hardly anybody has merged accounts, and who has is known from the visit.
    const merged = context.actor.merged ? await context.read(mergedNumbers, undefined) : null
    return model && { ...model, merged: merged ?? [] }
  },
  loadsToShow: true,
  fields: { number: numberField },
  view: ({ t, model, form, context }) => ({
    title: t('profile.title'),
    body: (
      <>
        <ErrorSummary t={t} errors={form.errors} />
        <Verdict t={t} checked={context.query.checked} />
        <h1>{t('profile.title')}</h1>
        <Done t={t} done={context.query.done} />
        {model ? <OwnFacts t={t} own={model.account} agency={context.services.agency.shortName} /> : null}
        {model ? <MergedNumbers t={t} numbers={model.merged} /> : null}
        {model ? <AboutYou t={t} own={model.person} /> : null}
        <ThreeNumbers t={t} />
        <WhichNumber t={t} form={form} csrfToken={context.csrfToken()} />
        <p>
          <a href={paths.accountData()}>{t('my-data.link')}</a>
        </p>
      </>
    ),
  }),
  submit: {
    operation: checkNumber,
    input: ({ number }) => ({ number }),
    shows: {},
    then: (checked) => seeOther(`${paths.profile()}?checked=${checked}`),
  },
})
