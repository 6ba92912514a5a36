import type { AgencyPack } from '../../agency/index.ts'
import { signedIn } from '../../accounts/index.ts'
import { addressPress, type CaseNamed, formShortTitle } from '../../cases/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { paths } from '../../platform/paths.ts'
import { Alert, ButtonLink, Card, NumberText, Table } from '../../ui/index.ts'

interface CasesProps {
  t: Text
  agency: AgencyPack
  title: string
  cases: readonly CaseNamed[]
}

const Cases = ({ t, agency, title, cases }: CasesProps) => (
  <Table
    caption={title}
    head={[t('address-change.done.receipt'), t('address-change.done.form')]}
    rows={cases.map(({ receiptNumber, form }) => [
      <a key={receiptNumber} href={paths.case({ receiptNumber })}>
        <NumberText t={t} kind="receipt" value={receiptNumber} />
      </a>,
      formShortTitle(agency, t, form),
    ])}
  />
)

/** What one press changed, case by case, and what it did not and why. */
export const addressChangedPage = page({
  path: paths.addressChanged,
  access: signedIn,
  audit: recordsNothing('it shows what the person’s own press did'),
  load: async (context) => (await context.read(addressPress, { press: context.params.change })) ?? notFound,
  view: ({ t, model: { at, changed, decided, guarded }, context }) => {
    const { agency } = context.services
    return {
      title: t('address-change.done.title'),
      body: (
        <>
          <h1>{t('address-change.done.title')}</h1>
          <Alert kind="good" live>
            <p>{t('address-change.done.at', { at: t.instant(at) })}</p>
            {changed.length === 0 ? <p>{t('address-change.done.none')}</p> : null}
          </Alert>
          {changed.length > 0 ? (
            <Card>
              <Cases t={t} agency={agency} title={t('address-change.done.changed')} cases={changed} />
            </Card>
          ) : null}
          {decided.length > 0 ? (
            <Card>
              <Cases t={t} agency={agency} title={t('address-change.done.decided')} cases={decided} />
            </Card>
          ) : null}
          {guarded.length > 0 ? (
            <Card>
              <Cases t={t} agency={agency} title={t('address-change.done.guarded')} cases={guarded} />
              <p>
                {t.rich('address-change.done.guarded.how', {
                  link: (words) => <a href={paths.contactSupport()}>{words}</a>,
                })}
              </p>
            </Card>
          ) : null}
          <p>{t('address-change.done.mail')}</p>
          <p>
            <ButtonLink href={paths.contact()} look="quiet">
              {t('address-change.done.back')}
            </ButtonLink>
          </p>
        </>
      ),
    }
  },
})
