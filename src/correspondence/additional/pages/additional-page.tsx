import { FormPage, signedIn } from '../../../accounts/index.ts'
import { parseReceiptNumber } from '../../../cases/index.ts'
import { TrayFiles, trayProblems } from '../../../evidence/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { longTextField, pressField, textField } from '../../../platform/http/field.ts'
import { action, type Context, type FormState, page, records } from '../../../platform/http/page.ts'
import { newId } from '../../../platform/ids.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Breadcrumb, Button, Card, ErrorSummary, FormShell, idempotencyFieldName, NumberText, TextArea } from '../../../ui/index.ts'
import { aboutCharactersMost } from '../additional.ts'
import { type OwnAdditional, ownAdditional } from '../own-additional.ts'
import { gatherEvidence, sendEvidence } from '../send-additional.ts'
import { SentBefore } from './sent-before.tsx'

type AdditionalContext = Context<{ receiptNumber: string }>
type Shown = { t: Text; model: OwnAdditional; context: AdditionalContext; form: FormState }

/** The first step: the tray is opened by a press, so that looking at the page leaves nothing behind. */
function Begin({ t, model, context }: Omit<Shown, 'form'>) {
  return (
    <Card title={t('additional.begin.title')} plate>
      <p>{t('additional.begin.about')}</p>
      <FormShell action={paths.gatherEvidence({ receiptNumber: model.case.receiptNumber })} csrfToken={context.csrfToken()}>
        <Button>{t('additional.begin')}</Button>
      </FormShell>
    </Card>
  )
}

/** The gathered files, then what they are, and **Send**. */
function Gather({ t, model, context, form }: Shown) {
  const { filled } = model
  if (!filled) return <Begin t={t} model={model} context={context} />
  const { agency, clock } = context.services
  return (
    <>
      <TrayFiles
        t={t}
        agency={agency}
        csrfToken={context.csrfToken()}
        filled={filled}
        query={context.query}
        now={clock.now()}
        words={() => ({ document: t('additional.file') })}
      />
      <Card title={t('additional.send.title')} plate>
        <FormShell action={paths.additionalEvidence({ receiptNumber: model.case.receiptNumber })} csrfToken={context.csrfToken()} idempotencyKey={newId()}>
          <input type="hidden" name="tray" value={filled.tray.id} />
          <TextArea
            name="about"
            label={t('additional.what')}
            hint={t('additional.what.hint', { most: t.number(aboutCharactersMost) })}
            value={form.value('about')}
            error={form.error('about')}
            rows={4}
          />
          <p>{t('additional.send.about')}</p>
          <Button>{t('additional.send')}</Button>
        </FormShell>
      </Card>
    </>
  )
}

function Body(props: Shown) {
  const { t, model, form, context } = props
  const { final, decides } = model.status
  if (final || decides)
    return (
      <Alert kind="info" title={t('additional.over.title')}>
        <p>{t('additional.over.about')}</p>
      </Alert>
    )
  return (
    <>
      {context.query.sent === 'yes' && form.errors.length === 0 ? (
        <Alert kind="good" live title={t('additional.sent.title')}>
          <p>{t('additional.sent.about')}</p>
        </Alert>
      ) : null}
      {model.status.asks ? (
        <Alert kind="info">
          <p>{t('additional.asked')}</p>
        </Alert>
      ) : null}
      <Gather {...props} />
    </>
  )
}

/** `/cases/<receipt number>/evidence`: documents for a case that nobody asked for. Somebody else's case is answered like one that does not exist. */
export const additionalPage = page({
  path: paths.additionalEvidence,
  access: signedIn,
  audit: records(sendEvidence),
  load: async (context: AdditionalContext) => {
    const parsed = parseReceiptNumber(context.params.receiptNumber, context.services.agency.receipts.prefixes)
    return (parsed.ok ? await context.read(ownAdditional, { receiptNumber: parsed.number }) : null) ?? notFound
  },
  fields: {
    tray: textField({ empty: 'additional.no-files', most: 60 }),
    about: longTextField({ empty: 'additional.what.empty', most: aboutCharactersMost }),
    [idempotencyFieldName]: pressField,
  },
  view: ({ t, model, form, context }) => {
    const { receiptNumber } = model.case
    const problems = model.filled ? trayProblems({ t, agency: context.services.agency, filled: model.filled, query: context.query }) : []
    return {
      title: t('additional.title'),
      script: 'uploads.js',
      body: (
        <>
          <Breadcrumb
            t={t}
            trail={[
              { words: t('ui.nav.account'), href: paths.account() },
              { words: t('messages.crumb.case'), href: paths.case({ receiptNumber }) },
              { words: t('additional.title') },
            ]}
          />
          {form.errors.length === 0 ? <ErrorSummary t={t} errors={problems} /> : null}
          <FormPage t={t} form={form} title={t('additional.title')}>
            <p class="muted">
              <NumberText t={t} kind="receipt" value={receiptNumber} />
            </p>
            <div class="stack">
              <p class="lead">{t('additional.lead')}</p>
              <Body t={t} model={model} context={context} form={form} />
              <SentBefore t={t} model={model} />
            </div>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: sendEvidence,
    input: ({ tray, about, [idempotencyFieldName]: press }, { params }) => ({ receiptNumber: params.receiptNumber, tray, about, press: press as string }),
    shows: {
      'unknown-case': () => notFound,
      'case-is-over': { at: '', key: 'additional.over.about' },
      'no-such-tray': { at: '', key: 'additional.no-files' },
      'submitted-before': { at: '', key: 'additional.sent-before' },
      'files-not-ready': { at: '', key: 'evidence.tray.files-not-ready' },
      'no-files': { at: '', key: 'additional.no-files' },
      'too-many-attempts': { at: '', key: 'additional.too-many' },
    },
    then: (_sent, { params }) => seeOther(`${paths.additionalEvidence(params)}?sent=yes`),
  },
})

/** **Add files**. */
export const gatherAction = action({
  path: paths.gatherEvidence,
  access: signedIn,
  audit: records(gatherEvidence),
  back: ({ params }) => seeOther(paths.additionalEvidence(params)),
  submit: {
    operation: gatherEvidence,
    input: (_values, { params }) => ({ receiptNumber: params.receiptNumber }),
    shows: {
      'unknown-case': () => notFound,
      'not-allowed': () => notFound,
      'too-many-attempts': ({ params }) => seeOther(paths.additionalEvidence(params)),
    },
    then: (_output, { params }) => seeOther(paths.additionalEvidence(params)),
  },
})
