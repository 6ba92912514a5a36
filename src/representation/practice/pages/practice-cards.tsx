import type { AgencyPack } from '../../../agency/index.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { shownPhone } from '../../../platform/phone-number.ts'
import { AddressText, wholeName } from '../../../profile/index.ts'
import { Alert, Button, ButtonLink, ButtonRow, Card, EmptyState, Fold, FormShell, HiddenWords, SummaryList, TodoCard } from '../../../ui/index.ts'
import type { Licence } from '../../licences/licence.ts'
import { LicenceFacts, LicenceTags } from '../../licences/pages/licence-facts.tsx'
import { authorityName } from '../../words.ts'
import type { Lack } from '../lacking.ts'
import type { OwnPractice } from '../own-practice.ts'
import { isCertified } from '../practice.ts'

interface Shown {
  t: Text
  agency: AgencyPack
  own: OwnPractice
  csrfToken: string
}

const waysTo: Record<Lack, () => string> = {
  details: paths.practiceDetails,
  name: paths.names,
  licence: paths.addLicence,
  'licence-that-runs': paths.addLicence,
  certification: paths.certifyPractice,
  again: paths.certifyPractice,
}

/** The one thing to do now, and what comes after it. */
export function NextStep({ t, own: { lacking } }: Pick<Shown, 't' | 'own'>) {
  const [next, ...later] = lacking
  if (!next)
    return (
      <Alert kind="good">
        <p>{t('practice.whole')}</p>
      </Alert>
    )
  return (
    <TodoCard title={t(`practice.lack.${next}`)} action={{ href: waysTo[next](), words: t(`practice.lack.${next}.do`) }}>
      <p>{t(`practice.lack.${next}.why`)}</p>
      {later.length > 0 ? (
        <>
          <p>{t('practice.lack.then')}</p>
          <ul>
            {later.map((each) => (
              <li key={each}>{t(`practice.lack.${each}`)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </TodoCard>
  )
}

/** Who they are as a representative, and where they are reached as one. */
export function DetailsCard({ t, agency, own: { names, practice, kind } }: Shown) {
  const change = paths.practiceDetails()
  const none = t('practice.details.none')
  return (
    <Card title={t('practice.details.card')}>
      <SummaryList
        t={t}
        rows={[
          { question: t('practice.details.name'), answer: names ? <bdi>{wholeName(names)}</bdi> : none, change: paths.names() },
          { question: t('practice.details.kind'), answer: t(`practice.kind.${kind}`), change },
          { question: t(`practice.details.organization.${kind}`), answer: practice?.organization ? <bdi>{practice.organization}</bdi> : none, change },
          { question: t('practice.details.address'), answer: practice ? <AddressText t={t} address={practice.contact.address} /> : none, change },
          { question: t('practice.details.phone'), answer: practice ? <bdi dir="ltr">{shownPhone(practice.contact.phone, agency.country)}</bdi> : none, change },
          { question: t('practice.details.email'), answer: practice ? <bdi dir="ltr">{practice.contact.email}</bdi> : none, change },
        ]}
      />
    </Card>
  )
}

function OneLicence({ t, agency, own, csrfToken, licence }: Shown & { licence: Licence }) {
  const name = authorityName(agency, t, licence.authority)
  return (
    <section>
      <h3>{name}</h3>
      <p>
        <LicenceTags t={t} licence={licence} today={own.today} />
      </p>
      <LicenceFacts t={t} licence={licence} />
      {licence.kind === own.kind ? null : <p class="muted">{t('practice.licence.other-kind')}</p>}
      <ButtonRow>
        <ButtonLink href={paths.licence({ licence: licence.id })} look="quiet">
          {t('practice.licence.change')} <HiddenWords>{name}</HiddenWords>
        </ButtonLink>
        <FormShell action={paths.removeLicence({ licence: licence.id })} csrfToken={csrfToken} class="inline-form">
          <Button look="plain">
            {t('practice.licence.remove')} <HiddenWords>{name}</HiddenWords>
          </Button>
        </FormShell>
      </ButtonRow>
    </section>
  )
}

/** Each licence, with what was found of it. */
export function LicencesCard(shown: Shown) {
  const { t, own } = shown
  const title = t(`practice.licences.${own.kind}`)
  const add = { href: paths.addLicence(), words: t(`practice.licences.${own.kind}.add`) }
  if (own.licences.length === 0)
    return (
      <EmptyState title={title} action={add}>
        <p>{t('practice.licences.none')}</p>
      </EmptyState>
    )
  return (
    <Card title={title}>
      <div class="stack">
        {own.licences.map((licence) => (
          <OneLicence key={licence.id} {...shown} licence={licence} />
        ))}
        <p>
          <a href={add.href}>{add.words}</a>
        </p>
      </div>
    </Card>
  )
}

/** What was certified, when and with which name; and whether it still binds. */
export function CertificationCard({ t, agency, own: { practice, certified } }: Shown) {
  const certification = practice?.certification
  if (!practice || !certification) return null
  return (
    <Card title={t('practice.certified.card')}>
      <p>{t.rich('practice.certified.at', { at: t.instant(certification.at), name: <bdi>{certification.name}</bdi>, kind: t(`practice.kind.${certification.kind}`) })}</p>
      {isCertified(practice, agency.representatives.certification) ? null : <p>{t('practice.certified.over')}</p>}
      {certified.map(({ at, words, name, language }) => (
        <Fold key={at.toString()} words={t('practice.certified.words', { at: t.instant(at) })}>
          <div lang={language}>
            <p>{words}</p>
          </div>
          <p>
            <bdi>{name}</bdi>
          </p>
        </Fold>
      ))}
    </Card>
  )
}
