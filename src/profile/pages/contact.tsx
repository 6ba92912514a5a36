import { type OpenChange, type OwnContact, signedIn } from '../../accounts/index.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { maskedPhone, shownPhone } from '../../platform/phone-number.ts'
import { Alert, Card, SummaryList } from '../../ui/index.ts'
import { AddressText } from '../address/address-text.tsx'
import type { PersonAddresses } from '../address/addresses.ts'
import type { Person } from '../person/person.ts'
import { contactPageModel } from './page-models.ts'

const doneWords = ['user-name', 'recovery-email', 'recovery-removed', 'phone', 'phones', 'preferences', 'safe', 'address'] as const

function Done({ t, done }: { t: Text; done: string | undefined }) {
  const what = doneWords.find((each) => each === done)
  return what ? (
    <Alert kind="good" live>
      <p>{t(`contact.done.${what}`)}</p>
    </Alert>
  ) : null
}

function changeWords(t: Text, { what, address, state, until }: OpenChange): string {
  const words = { address: address ?? '', until: t.instant(until) }
  return state === 'asked' ? t('contact.email.asked', words) : t(`contact.email.made.${what}`, words)
}

function EmailCard({ t, contact }: { t: Text; contact: OwnContact }) {
  return (
    <Card title={t('contact.email.title')}>
      <SummaryList
        t={t}
        rows={[
          { question: t('contact.email.user-name'), answer: contact.userName, change: paths.changeEmail() },
          {
            question: t('contact.email.recovery'),
            answer: contact.recovery ?? t('contact.email.none'),
            change: paths.recoveryEmail(),
          },
        ]}
      />
      {contact.changes.map((change) => (
        <p key={`${change.what} ${change.state} ${change.until}`} class="usa-hint">
          {changeWords(t, change)}
        </p>
      ))}
    </Card>
  )
}

type PhoneProps = { t: Text; phones: Person['phones']; codePhone: string | null; country: string }

function PhoneCard({ t, phones, codePhone, country }: PhoneProps) {
  const shown = (number: string) => (number ? <bdi dir="ltr">{shownPhone(number, country)}</bdi> : t('contact.phones.none'))
  return (
    <Card title={t('contact.phones.title')}>
      <SummaryList
        t={t}
        rows={[
          { question: t('contact.phones.day'), answer: shown(phones.day), change: paths.phones() },
          { question: t('contact.phones.mobile'), answer: shown(phones.mobile), change: paths.phones() },
          {
            question: t('contact.phones.codes'),
            answer: codePhone ? <bdi dir="ltr">{maskedPhone(codePhone)}</bdi> : t('contact.phones.none'),
            change: paths.security(),
          },
        ]}
      />
      <p class="usa-hint">{t('contact.phones.codes.about')}</p>
    </Card>
  )
}

/**
 * Everybody is offered a safe address, in the same words: were it shown to protected people alone, its line would tell
 * whoever looks over their shoulder. What it is stands only on its own page, behind a fresh factor.
 */
function AddressCard({ t, addresses }: { t: Text; addresses: PersonAddresses }) {
  const { physical, mailing, safe } = addresses
  return (
    <Card title={t('contact.addresses.title')}>
      <SummaryList
        t={t}
        rows={[
          {
            question: t('contact.addresses.physical'),
            answer: physical ? <AddressText t={t} address={physical} /> : t('contact.addresses.none'),
            change: paths.changeAddress({ use: 'physical' }),
          },
          {
            question: t('contact.addresses.mailing'),
            answer: mailing ? <AddressText t={t} address={mailing} /> : t('contact.addresses.same'),
            change: paths.changeAddress({ use: 'mailing' }),
          },
          {
            question: t('contact.addresses.safe'),
            answer: t(safe ? 'contact.addresses.safe.kept' : 'contact.addresses.none'),
            change: paths.changeAddress({ use: 'safe' }),
          },
        ]}
      />
      <p>
        <a href={paths.safety()}>{t('safety.link')}</a>
        <br />
        <span class="usa-hint">{t('safety.link.about')}</span>
      </p>
    </Card>
  )
}

function PreferenceCard({ t, language, notices }: { t: Text; language: string; notices: Person['notices'] }) {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  return (
    <Card title={t('contact.preferences.title')}>
      <SummaryList
        t={t}
        rows={[
          { question: t('contact.preferences.language'), answer: name, change: paths.preferences() },
          {
            question: t('contact.preferences.notices'),
            answer: t(`contact.preferences.notices.${notices}` as MessageKey),
            change: paths.preferences(),
          },
        ]}
      />
      <p>
        <a href={paths.notifications()}>{t('contact.preferences.news')}</a>
      </p>
    </Card>
  )
}

interface CardsProps {
  t: Text
  model: { contact: OwnContact; person: Person; addresses: PersonAddresses; codePhone: string | null }
  country: string
}

const Cards = ({ t, model: { contact, person, addresses, codePhone }, country }: CardsProps) => (
  <>
    <EmailCard t={t} contact={contact} />
    <PhoneCard t={t} phones={person.phones} codePhone={codePhone} country={country} />
    <AddressCard t={t} addresses={addresses} />
    <PreferenceCard t={t} language={contact.language} notices={person.notices} />
  </>
)

export const contactPage = page({
  path: paths.contact,
  access: signedIn,
  audit: recordsNothing('it shows what is the person’s own'),
  load: (context: Context) => context.read(contactPageModel, {}),
  view: ({ t, model, context }) => ({
    title: t('profile.contact.title'),
    body: (
      <>
        <Done t={t} done={context.query.done} />
        <h1>{t('profile.contact.title')}</h1>
        <p>{t('contact.intro')}</p>
        <div class="stack">
          {model ? <Cards t={t} model={model} country={context.services.agency.country} /> : null}
        </div>
      </>
    ),
  }),
})
