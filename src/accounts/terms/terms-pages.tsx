import { type AgencyPack, agencyText } from '../../agency/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { type Context, page, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import { languageName, type Text, textOf } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, Breadcrumb, DayText, EmptyState, FactsList, InstantText, Table } from '../../ui/index.ts'
import { signedIn } from '../sessions/access.ts'
import { ownAgreements, type TermsAgreement } from './own-agreements.ts'
import { termsFile, termsHash, termsWords } from './terms-text.ts'
import { TermsText } from './terms-view.tsx'

const isSignedIn = ({ visit }: Pick<Context, 'visit'>) => visit.session?.holder?.stage === 'full'

/** Whether the signed-in person agreed to the text in force, and when; from there to all they agreed to. */
const OwnStanding = ({ t, agreement }: { t: Text; agreement: TermsAgreement | undefined }) => (
  <p>
    {agreement ? t.rich('terms.agreed', { at: <InstantText t={t} at={agreement.agreedAt} /> }) : t('terms.not-agreed')}{' '}
    <a href={paths.ownTerms()}>{t('terms.own.title')}</a>
  </p>
)

/** `/terms`: the text in force, for everyone; a signed-in person finds from here what they agreed to. */
export const termsPage = page({
  path: paths.terms,
  access: anyone,
  audit: recordsNothing('The same text for everyone'),
  load: async (context) => ({
    agreed: isSignedIn(context) ? ((await context.read(ownAgreements, undefined)) ?? []) : null,
  }),
  view: ({ t, model: { agreed }, context: { services } }) => {
    const title = agencyText(services.agency, t, 'terms', 'terms.title')
    const { version, from } = services.agency.terms
    return {
      title,
      body: (
        <>
          <h1>{title}</h1>
          {from ? <p>{t.rich('terms.since', { day: <DayText t={t} day={Temporal.PlainDate.from(from)} /> })}</p> : null}
          {agreed ? <OwnStanding t={t} agreement={agreed.find((each) => each.version === version)} /> : null}
          <TermsText t={t} agency={services.agency} />
        </>
      ),
    }
  },
})

const Agreements = ({ t, agency, agreed }: { t: Text; agency: AgencyPack; agreed: readonly TermsAgreement[] }) => (
  <Table
    caption={t('terms.own.table')}
    head={[t('terms.own.version'), t('terms.own.agreed'), t('terms.own.language'), t('terms.own.standing')]}
    rows={agreed.map(({ version, language, agreedAt }) => [
      <a key={version} href={paths.ownTermsVersion({ version })}>
        {version}
      </a>,
      <InstantText key={version} t={t} at={agreedAt} />,
      languageName(t, language),
      t(version === agency.terms.version ? 'terms.own.in-force' : 'terms.own.replaced'),
    ])}
  />
)

/** `/account/terms`: every version the person agreed to, with the time and the language. */
export const ownTermsPage = page({
  path: paths.ownTerms,
  access: signedIn,
  audit: recordsNothing('it shows what is the person’s own and changes nothing'),
  load: async (context) => (await context.read(ownAgreements, undefined)) ?? [],
  view: ({ t, model: agreed, context }) => ({
    title: t('terms.own.title'),
    body: (
      <>
        <h1>{t('terms.own.title')}</h1>
        <p>{t('terms.own.intro')}</p>
        {agreed.length > 0 ? (
          <Agreements t={t} agency={context.services.agency} agreed={agreed} />
        ) : (
          <EmptyState title={t('terms.own.table')}>
            <p>{t('terms.own.none')}</p>
          </EmptyState>
        )}
        <p>
          <a href={paths.terms()}>{t('terms.own.now')}</a>
        </p>
      </>
    ),
  }),
})

async function agreementAt(context: Context<{ version: string }>) {
  const agreed = await context.read(ownAgreements, undefined)
  return agreed?.find(({ version }) => version === context.params.version) ?? notFound
}

/** The text as it was agreed to, in the language in which it was read, marked with it. */
function AgreedText({ t, agency, agreement }: { t: Text; agency: AgencyPack; agreement: TermsAgreement }) {
  const { version, language, textSha256 } = agreement
  const file = termsFile(agency, version)
  const words = termsWords(agency, version, language)
  if (!file || !words) return <Alert kind="warn">{t('terms.own.text-gone')}</Alert>
  const inLanguage = textOf(language, t.timeZone)
  return (
    <>
      {textSha256 && textSha256 !== termsHash(words) ? <Alert kind="warn">{t('terms.own.text-differs')}</Alert> : null}
      <div lang={language} dir={inLanguage.direction}>
        <TermsText t={inLanguage} agency={agency} file={file} />
      </div>
    </>
  )
}

/** `/account/terms/<version>`: the text behind one agreement. What the person did not agree to is not here. */
export const ownTermsVersionPage = page({
  path: paths.ownTermsVersion,
  access: signedIn,
  audit: recordsNothing('it shows what is the person’s own and changes nothing'),
  load: agreementAt,
  view: ({ t, model: agreement, context }) => {
    const title = t('terms.own.version-title', { version: agreement.version })
    return {
      title,
      body: (
        <>
          <Breadcrumb t={t} trail={[{ words: t('terms.own.title'), href: paths.ownTerms() }, { words: title }]} />
          <h1>{title}</h1>
          <FactsList
            facts={[
              { name: t('terms.own.agreed'), value: <InstantText t={t} at={agreement.agreedAt} /> },
              { name: t('terms.own.language'), value: languageName(t, agreement.language) },
            ]}
          />
          <AgreedText t={t} agency={context.services.agency} agreement={agreement} />
        </>
      ),
    }
  },
})
