import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { choicesField } from '../../../platform/http/field.ts'
import { action, type Context, type FormState, page, records, type Route } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Button, Card, CheckboxGroup, FormShell } from '../../../ui/index.ts'
import { FormPage } from '../../pages/form-page.tsx'
import { needsRecentProof } from '../../sessions/access.ts'
import { withNext } from '../../sessions/own-path.ts'
import { askToEnd, keepProtected, keepSafe, type OwnProtection, ownProtection } from '../keep-safe.ts'

const places = ['mailbox', 'phone'] as const

const told = ['done', 'kept', 'asked', 'nothing'] as const
type Told = (typeof told)[number]

const back = (said: Told) => () => seeOther(`${paths.safety()}?said=${said}`)
const proveAgain = () => seeOther(withNext(paths.signInAgain(), paths.safety()))

type Shown = { t: Text; own: OwnProtection; csrfToken: string }

function Said({ t, said }: { t: Text; said: string | undefined }) {
  const what = told.find((each) => each === said)
  return what ? (
    <Alert kind={what === 'nothing' ? 'info' : 'good'} live>
      <p>{t(`safety.${what}`)}</p>
    </Alert>
  ) : null
}

/** The same words for everybody, protected or not: whoever looks over a shoulder sees what everybody sees. */
function WhatHappens({ t }: { t: Text }) {
  return (
    <Card title={t('safety.then.title')}>
      <ul>
        {(['cases', 'letters', 'codes', 'officers', 'representative'] as const).map((what) => (
          <li key={what}>{t(`safety.then.${what}`)}</li>
        ))}
      </ul>
      <p>
        <a href={paths.changeAddress({ use: 'safe' })}>{t('safety.address.give')}</a>
      </p>
    </Card>
  )
}

function Standing({ t, own: { since, byAgency } }: Shown) {
  if (!since) return null
  return (
    <Alert kind="info" title={t('safety.on.title')}>
      <p>{t('safety.on', { at: t.instant(since) })}</p>
      {byAgency ? <p>{t('safety.on.agency')}</p> : null}
    </Alert>
  )
}

function Places({ t, own, csrfToken, form }: Shown & { form: FormState }) {
  const said = places.filter((place) => (place === 'mailbox' ? own.mailboxUnsafe : own.phoneUnsafe))
  return (
    <Card plate>
      <FormShell action={paths.safety()} csrfToken={csrfToken}>
        <CheckboxGroup
          name="places"
          label={t('safety.places')}
          hint={t('safety.places.hint')}
          options={places.map((value) => ({ value, label: t(`safety.place.${value}`) }))}
          values={form.errors.length > 0 || form.parked ? form.values('places') : said}
          error={form.error('places')}
        />
        <p>{t.rich('safety.codes', { link: (words) => <a href={paths.codeChannel()}>{words}</a> })}</p>
        <Button>{t(own.since ? 'safety.save' : 'safety.submit')}</Button>
      </FormShell>
    </Card>
  )
}

function End({ t, own, csrfToken }: Shown) {
  if (!own.since) return null
  if (own.endsAt)
    return (
      <Card title={t('safety.ends.title')} plate>
        <p>{t('safety.ends', { at: t.instant(own.endsAt) })}</p>
        <FormShell action={paths.keepProtected()} csrfToken={csrfToken} class="inline-form">
          <Button>{t('safety.ends.keep')}</Button>
        </FormShell>
      </Card>
    )
  return (
    <Card title={t('safety.end.title')}>
      {own.endsOnlyByAgency ? (
        <p>{t.rich('safety.end.agency', { link: (words) => <a href={paths.contactSupport()}>{words}</a> })}</p>
      ) : (
        <>
          <p>{t('safety.end.about')}</p>
          <FormShell action={paths.endProtection()} csrfToken={csrfToken} class="inline-form">
            <Button look="quiet">{t('safety.end.submit')}</Button>
          </FormShell>
        </>
      )}
    </Card>
  )
}

/** `/account/safety`: a person says that others read along; it counts in the same moment. */
const safetyPage = page({
  path: paths.safety,
  access: needsRecentProof,
  audit: records(keepSafe),
  load: async (context: Context) => (await context.read(ownProtection, undefined)) ?? notFound,
  loadsToShow: true,
  fields: { places: choicesField(places) },
  view: ({ t, model: own, form, context }) => {
    const shown = { t, own, csrfToken: context.csrfToken() }
    return {
      title: t('safety.title'),
      body: (
        <FormPage t={t} form={form} title={t('safety.title')}>
          <Said t={t} said={context.query.said} />
          <p>{t('safety.intro')}</p>
          <Standing {...shown} />
          <WhatHappens t={t} />
          <Places {...shown} form={form} />
          <End {...shown} />
        </FormPage>
      ),
    }
  },
  submit: {
    operation: keepSafe,
    input: ({ places: chosen }) => ({ mailboxUnsafe: chosen.includes('mailbox'), phoneUnsafe: chosen.includes('phone') }),
    shows: { 'no-recent-proof': proveAgain, 'too-many-attempts': { at: '', key: 'platform.refusal.too-many-attempts' } },
    then: back('done'),
  },
})

const endAction = action({
  path: paths.endProtection,
  access: needsRecentProof,
  audit: records(askToEnd),
  back: back('nothing'),
  submit: {
    operation: askToEnd,
    input: () => undefined,
    shows: {
      'no-recent-proof': proveAgain,
      'agency-only': back('nothing'),
      'nothing-to-end': back('nothing'),
      'not-allowed': back('nothing'),
      'too-many-attempts': back('nothing'),
    },
    then: back('asked'),
  },
})

const keepAction = action({
  path: paths.keepProtected,
  access: needsRecentProof,
  audit: records(keepProtected),
  back: back('nothing'),
  submit: {
    operation: keepProtected,
    input: () => undefined,
    shows: { 'no-recent-proof': proveAgain, 'not-allowed': back('nothing'), 'too-many-attempts': back('nothing') },
    then: back('kept'),
  },
})

export const safetyRoutes: readonly Route[] = [safetyPage, endAction, keepAction]
