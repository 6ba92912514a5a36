import { showOnlineAccountNumber } from '../../accounts/index.ts'
import type { AgencyPack } from '../../agency/index.ts'
import { formShortTitle, receiptNumberEnding, statusTitle } from '../../cases/index.ts'
import { notFound } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { showANumber } from '../../profile/index.ts'
import { Alert, Breadcrumb, ButtonLink, ButtonRow, EmptyState } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import type { FoundAccount, FoundCase } from './found-people.ts'
import { type SearchResult, searchResult, type Sought } from './search-people.ts'

const shownTerm = ({ kind, term }: Sought) => (kind === 'a-number' ? showANumber(term) : kind === 'account-number' ? showOnlineAccountNumber(term) : term)

/** `/people/found/<search>`: who was found in this sign-in. Nothing of a file is told; each case asks for a reason. */
export const foundPage = page({
  path: officePaths.found,
  access: staffWho('search-people'),
  audit: recordsNothing('the search is on record; it is shown again to who made it'),
  load: async (context) => (await context.read(searchResult, context.params)) ?? notFound,
  view: ({ t, model, context }) => ({
    title: t('search.found.title'),
    body: (
      <div class="stack">
        <Breadcrumb
          t={t}
          trail={[
            { words: t('officer.queues.title'), href: officePaths.queues() },
            { words: t('search.title'), href: officePaths.people() },
            { words: t('search.found.title') },
          ]}
        />
        <h1>{t('search.found.title')}</h1>
        <p class="lead">
          {t.rich('search.found.for', { kind: t(`search.kind.${model.sought.kind}`), term: <bdi>{shownTerm(model.sought)}</bdi> })}
        </p>
        <Found t={t} agency={context.services.agency} result={model} />
        <ButtonRow>
          <ButtonLink href={officePaths.people()} look="quiet">
            {t('search.again')}
          </ButtonLink>
        </ButtonRow>
      </div>
    ),
  }),
})

function Found({ t, agency, result: { accounts, cases, isCut } }: { t: Text; agency: AgencyPack; result: SearchResult }) {
  if (accounts.length + cases.length === 0)
    return (
      <EmptyState title={t('search.none.title')}>
        <p>{t('search.none.body')}</p>
      </EmptyState>
    )
  return (
    <>
      {isCut ? (
        <Alert kind="info">
          <p>{t('search.cut')}</p>
        </Alert>
      ) : null}
      {accounts.map((each) => (
        <AccountCard key={each.account} t={t} agency={agency} its={each} />
      ))}
      {cases.map((each) => (
        <CaseCard key={each.its.id} t={t} agency={agency} found={each} />
      ))}
    </>
  )
}

const Names = ({ t, names, born }: { t: Text; names: readonly string[]; born: number | null }) => (
  <>
    <h2 dir="auto">{names[0] ?? t('search.no-name')}</h2>
    {names.length > 1 ? (
      <p>
        {t('search.also')} <bdi>{names.slice(1).join(', ')}</bdi>
      </p>
    ) : null}
    {born === null ? null : <p>{t('search.born', { year: String(born) })}</p>}
  </>
)

function AccountCard({ t, agency, its: { account, names, born, onlineAccountNumber, cases } }: { t: Text; agency: AgencyPack; its: FoundAccount }) {
  return (
    <section class="card">
      <Names t={t} names={names} born={born} />
      <p class="muted">{onlineAccountNumber ? t('search.account', { ending: onlineAccountNumber.slice(-4) }) : t('search.account-unfinished')}</p>
      {cases.length === 0 ? <p>{t('search.no-case')}</p> : null}
      <ul class="plain-list">
        {cases.map(({ id, receiptNumber, role, status }) => (
          <li key={id}>
            <a href={officePaths.case({ receiptNumber })}>{t('search.case', { ending: receiptNumberEnding(receiptNumber) })}</a>{' '}
            <span class="muted">
              {t(`officer.case.people.role.${role}`)} · {statusTitle(agency, t, status)}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={officePaths.person({ account })}>{t('office-person.link')}</a>
      </p>
    </section>
  )
}

function CaseCard({ t, agency, found: { names, born, its } }: { t: Text; agency: AgencyPack; found: FoundCase }) {
  return (
    <section class="card">
      <Names t={t} names={names} born={born} />
      <p>
        <a href={officePaths.case({ receiptNumber: its.receiptNumber })}>{t('search.case', { ending: receiptNumberEnding(its.receiptNumber) })}</a>{' '}
        <span class="muted">
          {formShortTitle(agency, t, its.form)} · {t(`cases.channel.${its.channel}`)} · {statusTitle(agency, t, its.status)}
        </span>
      </p>
    </section>
  )
}
