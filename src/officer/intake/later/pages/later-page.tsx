import { FormPage } from '../../../../accounts/index.ts'
import { type LaterPaperKind, laterPaperKinds } from '../../../../cases/index.ts'
import { seeOther } from '../../../../platform/http/answer.ts'
import { choiceField } from '../../../../platform/http/field.ts'
import { type Context, page, procedure, recordsNothing } from '../../../../platform/http/page.ts'
import { officePaths } from '../../../../platform/paths.ts'
import { Breadcrumb, Button, Card, FormShell, RadioGroup } from '../../../../ui/index.ts'
import { ReceiptInput, receiptField } from '../../../find-by-receipt.tsx'
import { mayDo } from '../../../may.ts'
import { staffWho } from '../../../sessions/access.ts'
import { caseOfPaper } from './later-desk.ts'
import { laterPathOf } from './later-fields.tsx'

/** Whether a case has this number; nothing is written before somebody has looked whether it is the right one. */
const findForPaper = procedure({
  refusals: [],
  async call(context: Context, { receiptNumber, kind }: { receiptNumber: string; kind: LaterPaperKind }) {
    if (!mayDo(context.actor, 'take-in-paper')) return { ok: false, refusal: 'not-allowed' }
    const found = await context.read(caseOfPaper, { receiptNumber })
    return { ok: true, output: { receiptNumber, kind, isKnown: found !== null } }
  },
})

/** `/intake/later`: paper for a case that is known; first whose it is and what it is. */
export const laterPage = page({
  path: officePaths.later,
  access: staffWho('take-in-paper'),
  audit: recordsNothing('tells only whether a number exists, to those who take in paper for it'),
  fields: { receiptNumber: receiptField, kind: choiceField(laterPaperKinds, { empty: 'later-paper.kind.empty' }) },
  view: ({ t, form, context }) => ({
    title: t('later-paper.title'),
    body: (
      <div class="stack">
        <Breadcrumb t={t} trail={[{ words: t('office-intake.title'), href: officePaths.intake() }, { words: t('later-paper.title') }]} />
        <FormPage t={t} form={form} title={t('later-paper.title')}>
          <p>{t('later-paper.lead')}</p>
          <Card plate>
            <FormShell action={officePaths.later()} csrfToken={context.csrfToken()}>
              <ReceiptInput t={t} form={form} hint="later-paper.receipt.hint" />
              <RadioGroup
                name="kind"
                label={t('later-paper.kind')}
                options={laterPaperKinds.map((value) => ({ value, label: t(`later-paper.kind.${value}`), hint: t(`later-paper.kind.${value}.hint`) }))}
                value={form.value('kind')}
                error={form.error('kind')}
              />
              <Button>{t('later-paper.find')}</Button>
            </FormShell>
          </Card>
        </FormPage>
      </div>
    ),
  }),
  submit: {
    operation: findForPaper,
    input: ({ receiptNumber, kind }) => ({ receiptNumber, kind }),
    shows: {},
    then: ({ receiptNumber, kind, isKnown }) =>
      seeOther(isKnown ? laterPathOf(kind, receiptNumber) : `${officePaths.laterUnknown({ receiptNumber })}?kind=${kind}`),
  },
})
