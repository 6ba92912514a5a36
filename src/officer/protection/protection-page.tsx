import { FormPage } from '../../accounts/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { longTextField } from '../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Breadcrumb, Button, Card, FormShell, TextArea } from '../../ui/index.ts'
import { mayDo } from '../may.ts'
import { staffWho } from '../sessions/access.ts'
import { protectOnCase } from './protection-acts.ts'
import { protectionFile, type ProtectionFile } from './protection-file.ts'
import { isGood, saidIn } from './said.ts'
import { hasMark, LettersThatWait, LiftsThatWait, SafeContacts, type SeenProps, Standing } from './standing.tsx'
import { WhomChoice, whomField, whomOf } from './whom.tsx'

export type CaseContext = Context<{ receiptNumber: string }>
export type OpenFile = Extract<ProtectionFile, { state: 'open' }>

export const toCase = ({ params }: Pick<CaseContext, 'params'>) => seeOther(officePaths.case(params))

/** The file, for who opened it; else the way to open it, or nothing. */
export async function openProtection(context: CaseContext): Promise<OpenFile | ReturnType<typeof seeOther> | typeof notFound> {
  const file = await context.read(protectionFile, context.params)
  if (!file) return notFound
  return file.state === 'open' ? file : toCase(context)
}

export const reasonField = longTextField({ empty: 'protection.reason.empty', most: 2000 })

export const ReasonArea = ({ t, form }: { t: Text; form: FormState }) => (
  <TextArea name="reason" label={t('protection.reason')} hint={t('protection.reason.hint')} value={form.value('reason')} error={form.error('reason')} rows={3} />
)

export const Trail = ({ t, at, here }: { t: Text; at: { receiptNumber: string }; here: string }) => (
  <Breadcrumb t={t} trail={[{ words: t('officer.case.crumb'), href: officePaths.case(at) }, { words: here }]} />
)

function Said({ t, query }: { t: Text; query: CaseContext['query'] }) {
  const said = saidIn(query)
  return said ? (
    <Alert kind={isGood(said) ? 'good' : 'warn'} live>
      <p>{t(`protection.said.${said}`)}</p>
    </Alert>
  ) : null
}

function Protect({ t, form, model, context }: { t: Text; form: FormState; model: OpenFile; context: CaseContext }) {
  return (
    <Card title={t('protection.set.title')} plate={!model.seen || !hasMark(model.seen)}>
      <p>{t('protection.set.about')}</p>
      <FormShell action={officePaths.protection(context.params)} csrfToken={context.csrfToken()}>
        <WhomChoice t={t} form={form} people={model.people} id="whom" />
        <ReasonArea t={t} form={form} />
        <Button>{t('protection.set.submit')}</Button>
      </FormShell>
    </Card>
  )
}

function WhatStands(props: SeenProps) {
  const { t, seen, at } = props
  if (!hasMark(seen)) return null
  return (
    <>
      <LiftsThatWait {...props} />
      <Standing t={t} seen={seen} />
      <SafeContacts {...props} />
      <LettersThatWait {...props} />
      <p>
        <a href={officePaths.askUnprotect(at)}>{t('protection.lift.title')}</a>
      </p>
    </>
  )
}

/** `/cases/<receipt number>/protection`: **Protect**, and for who may see it what stands and where post is safe. */
export const protectionPage = page({
  path: officePaths.protection,
  access: staffWho('read-file'),
  audit: records(protectOnCase),
  load: openProtection,
  fields: { whom: whomField, reason: reasonField },
  view: ({ t, model, form, context }) => {
    const title = t('protection.title', context.params)
    const shown = { t, at: context.params, csrfToken: context.csrfToken(), self: String(context.actor.id), mayDecide: mayDo(context.actor, 'decide-unprotect') }
    return {
      title,
      body: (
        <div class="stack">
          <Trail t={t} at={context.params} here={t('protection.file.title')} />
          <FormPage t={t} form={form} title={title}>
            <Said t={t} query={context.query} />
            {model.seen ? <WhatStands {...shown} seen={model.seen} /> : null}
            <Protect t={t} form={form} model={model} context={context} />
          </FormPage>
        </div>
      ),
    }
  },
  submit: {
    operation: protectOnCase,
    input: ({ whom, reason }, { params }) => ({ receiptNumber: params.receiptNumber, account: whomOf(whom), reason }),
    shows: { 'unknown-case': () => notFound, 'file-not-opened': toCase, 'not-on-case': { at: 'whom', key: 'protection.whom.empty' } },
    // Who may not see the case any more would find nothing there.
    then: (_done, { params, actor }) =>
      seeOther(mayDo(actor, 'see-protected') ? `${officePaths.protection(params)}?said=protected` : `${officePaths.queues()}?said=protected`),
  },
})
