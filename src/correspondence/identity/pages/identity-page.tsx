import { FormPage, signedIn } from '../../../accounts/index.ts'
import { parseReceiptNumber } from '../../../cases/index.ts'
import { SentFiles, TrayFiles, trayProblems } from '../../../evidence/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { textField } from '../../../platform/http/field.ts'
import { action, type Context, page, records } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Breadcrumb, Button, Card, ErrorSummary, FormShell, InstantText, NumberText } from '../../../ui/index.ts'
import { OnlineSaid, ProveOnline } from './online-parts.tsx'
import { gatherIdentity, type OwnCheck, ownIdentityCheck, sendIdentity } from '../prove-identity.ts'

type CheckContext = Context<{ receiptNumber: string; check: string }>
type Shown = { t: Text; model: OwnCheck; context: CheckContext }

/** What is asked, and until when; then the files and **Send**. */
function Prove({ t, model: { case: its, check, filled, provider }, context }: Shown) {
  const place = { receiptNumber: its.receiptNumber, check: check.id }
  const { agency, clock } = context.services
  return (
    <>
      <Alert kind="act" title={t('identity.asked.title')}>
        <p>{t(`identity.reason.${check.reason as 'names-differ'}`)}</p>
        <p>{t.rich('identity.due', { due: <InstantText t={t} at={check.dueAt.subtract({ minutes: 1 })} /> })}</p>
      </Alert>
      {provider === null ? null : <ProveOnline t={t} provider={provider} place={place} csrfToken={context.csrfToken()} />}
      <Card title={t('identity.how.title')}>
        <p>{t('identity.how.which')}</p>
        <p>{t('identity.how.sides')}</p>
        <p>{t('identity.how.person')}</p>
      </Card>
      {filled ? (
        <>
          <TrayFiles
            t={t}
            agency={agency}
            csrfToken={context.csrfToken()}
            filled={filled}
            query={context.query}
            now={clock.now()}
            words={(document) => ({ document: t(document === 'back' ? 'identity.back' : 'identity.front'), hint: t(document === 'back' ? 'identity.back.hint' : 'identity.front.hint') })}
          />
          <FormShell action={paths.proveIdentity(place)} csrfToken={context.csrfToken()}>
            <input type="hidden" name="tray" value={filled.tray.id} />
            <p>{t('identity.send.about')}</p>
            <Button>{t('identity.send')}</Button>
          </FormShell>
        </>
      ) : (
        <FormShell action={paths.gatherIdentity(place)} csrfToken={context.csrfToken()}>
          <Button>{t('identity.begin')}</Button>
        </FormShell>
      )}
    </>
  )
}

/** What was sent, and what came of it. */
function Standing({ t, model: { case: its, check, files }, context }: Shown) {
  const outcome = check.outcome as 'confirmed' | 'not-confirmed' | 'withdrawn' | null
  const inPerson = outcome !== null && outcome !== 'withdrawn' && check.sentAt === null
  const about = t(inPerson ? `identity.standing.${outcome}.in-person` : `identity.standing.${outcome ?? 'sent'}.about`)
  return (
    <>
      <Alert kind={outcome === 'confirmed' || context.query.sent === 'yes' ? 'good' : 'info'} live={context.query.sent === 'yes' || context.query.online === 'matched'} title={t(`identity.standing.${outcome ?? 'sent'}.title`)}>
        <p>{check.by ? t('identity.standing.confirmed.online', { provider: check.by.provider }) : about}</p>
      </Alert>
      {files.length > 0 && check.sentAt ? (
        <Card title={t('identity.files')}>
          <p class="muted">
            <InstantText t={t} at={check.sentAt} />
          </p>
          <SentFiles t={t} receiptNumber={its.receiptNumber} files={files} label={t('identity.files')} />
        </Card>
      ) : null}
    </>
  )
}

/** `/cases/<receipt number>/identity/<check>`: proving who one is by photographs of a document, or by a provider. */
export const identityPage = page({
  path: paths.proveIdentity,
  access: signedIn,
  audit: records(sendIdentity),
  load: async (context: CheckContext) => {
    const parsed = parseReceiptNumber(context.params.receiptNumber, context.services.agency.receipts.prefixes)
    return (parsed.ok ? await context.read(ownIdentityCheck, { receiptNumber: parsed.number, check: context.params.check }) : null) ?? notFound
  },
  leavesTo: ({ identityProvider }) => identityProvider?.pageOrigins ?? [],
  fields: { tray: textField({ empty: 'identity.no-files', most: 60 }) },
  view: ({ t, model, form, context }) => {
    const { receiptNumber } = model.case
    const title = t('identity.title')
    const problems = model.filled ? trayProblems({ t, agency: context.services.agency, filled: model.filled, query: context.query }) : []
    const isOpen = model.check.sentAt === null && model.check.decidedAt === null
    return {
      title,
      script: model.filled ? 'uploads.js' : undefined,
      body: (
        <>
          <Breadcrumb
            t={t}
            trail={[
              { words: t('ui.nav.account'), href: paths.account() },
              { words: t('messages.crumb.case'), href: paths.case({ receiptNumber }) },
              { words: title },
            ]}
          />
          {form.errors.length === 0 ? <ErrorSummary t={t} errors={problems} /> : null}
          <FormPage t={t} form={form} title={title}>
            <p class="muted">
              <NumberText t={t} kind="receipt" value={receiptNumber} />
            </p>
            {isOpen ? <OnlineSaid t={t} query={context.query} /> : null}
            <div class="stack">{isOpen ? <Prove t={t} model={model} context={context} /> : <Standing t={t} model={model} context={context} />}</div>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: sendIdentity,
    input: ({ tray }, { params }) => ({ ...params, tray }),
    shows: {
      'unknown-check': () => notFound,
      'not-open': ({ params }) => seeOther(paths.proveIdentity(params)),
      'no-such-tray': { at: '', key: 'identity.no-files' },
      'submitted-before': ({ params }) => seeOther(paths.proveIdentity(params)),
      'files-not-ready': { at: '', key: 'evidence.tray.files-not-ready' },
      'no-files': { at: '', key: 'identity.no-files' },
    },
    then: (_sent, { params }) => seeOther(`${paths.proveIdentity(params)}?sent=yes`),
  },
})

/** **Add photographs**. */
export const gatherIdentityAction = action({
  path: paths.gatherIdentity,
  access: signedIn,
  audit: records(gatherIdentity),
  back: ({ params }) => seeOther(paths.proveIdentity(params)),
  submit: {
    operation: gatherIdentity,
    input: (_values, { params }) => params,
    shows: {
      'unknown-check': () => notFound,
      'not-open': ({ params }) => seeOther(paths.proveIdentity(params)),
      'not-allowed': () => notFound,
      'too-many-attempts': ({ params }) => seeOther(paths.proveIdentity(params)),
    },
    then: (_output, { params }) => seeOther(paths.proveIdentity(params)),
  },
})
