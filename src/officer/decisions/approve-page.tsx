import { FormPage } from '../../accounts/index.ts'
import { agencyDay, statusEntry } from '../../cases/index.ts'
import { decisionNoteMost, decisionWordsMost } from '../../correspondence/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { longTextField, pressField, textField } from '../../platform/http/field.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { newId } from '../../platform/ids.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, Card, EmptyState, FormShell, idempotencyFieldName } from '../../ui/index.ts'
import { checksInWay } from '../checks/check.ts'
import { staffWho } from '../sessions/access.ts'
import { CaseTrail, toCase } from './case-trail.tsx'
import { approveCase } from './decision-acts.ts'
import { decisionDesk } from './decision-desk.ts'
import { CaseFacts, ChecksInWay, LetterPreview, WordsAndNote } from './decision-parts.tsx'

export type CaseContext = Context<{ receiptNumber: string }>

/** The case to decide, for who opened its file; everybody else is led to where a reason is asked. */
export async function openDesk(context: CaseContext) {
  const desk = await context.read(decisionDesk, { receiptNumber: context.params.receiptNumber })
  if (!desk) return notFound
  return desk.state === 'open' ? desk : toCase(context)
}

/** What every form of a decision posts beside its own. */
export const wordsField = longTextField({ empty: 'decisions.form.words-empty', most: decisionWordsMost, optional: true })
export const noteField = longTextField({ empty: 'decisions.form.note-empty', most: decisionNoteMost })
export const seenField = textField({ empty: 'decisions.form.moved-on', most: 60 })

/** Why nothing was decided, where it is the same for every kind. */
export const notDecidedShows = {
  'unknown-case': () => notFound,
  'file-not-opened': toCase,
  'moved-on': { at: '', key: 'decisions.form.moved-on' },
  'not-a-next-status': { at: '', key: 'decisions.form.not-next' },
  'proposed-already': { at: '', key: 'decisions.form.proposed-already' },
  'request-to-decide': { at: '', key: 'waiver.office.apart' },
} as const

/** `/cases/<receipt number>/approve`: the checks, what the person will read, and **Approve**. */
export const approvePage = page({
  path: officePaths.approve,
  access: staffWho('decide-case'),
  audit: records(approveCase),
  load: openDesk,
  fields: { words: wordsField, note: noteField, seen: seenField, [idempotencyFieldName]: pressField },
  view: ({ t, model: desk, form, context }) => {
    const { agency, clock } = context.services
    const { receiptNumber, status } = desk.case
    const { approval } = agency.decisions.statuses
    const shown = { t, agency, desk }
    const mayFollow = statusEntry(agency, status).next.includes(approval)
    return {
      title: t('decisions.approve.title'),
      body: (
        <>
          <CaseTrail t={t} receiptNumber={receiptNumber} through={{ words: t('decisions.title'), href: officePaths.decisions({ receiptNumber }) }} here={t('decisions.approve.title')} />
          <FormPage t={t} form={form} title={t('decisions.approve.title')}>
            <div class="stack">
              <CaseFacts {...shown} />
              <ChecksInWay {...shown} />
              {mayFollow ? <LetterPreview {...shown} status={approval} grounds={[]} words="" on={agencyDay(agency, clock.now())} /> : null}
              {!mayFollow ? (
                <EmptyState title={t('decisions.approve.not-now')}>
                  <p>{t('decisions.form.not-next')}</p>
                </EmptyState>
              ) : checksInWay(desk.checks).length > 0 ? null : (
                <Card plate>
                  <FormShell action={officePaths.approve({ receiptNumber })} csrfToken={context.csrfToken()} idempotencyKey={newId()}>
                    <input type="hidden" name="seen" value={status} />
                    <WordsAndNote t={t} form={form} isNeeded={false} />
                    <Button>{t('decisions.approve.submit')}</Button>
                  </FormShell>
                </Card>
              )}
            </div>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: approveCase,
    input: ({ words, note, seen, [idempotencyFieldName]: press }, { params }) => ({
      receiptNumber: params.receiptNumber,
      words: words as string,
      note: note as string,
      seen: seen as string,
      press: press as string,
    }),
    shows: { ...notDecidedShows, 'checks-in-way': { at: '', key: 'decisions.checks.in-way' } },
    then: (_made, { params }) => seeOther(`${officePaths.decisions(params)}?said=approved`),
  },
})
