import { FormPage } from '../../../../accounts/index.ts'
import { isAnswer, notFound, seeOther } from '../../../../platform/http/answer.ts'
import { pressField } from '../../../../platform/http/field.ts'
import { type Context, page, records } from '../../../../platform/http/page.ts'
import { newId } from '../../../../platform/ids.ts'
import { officePaths } from '../../../../platform/paths.ts'
import { Button, Card, FormShell, idempotencyFieldName } from '../../../../ui/index.ts'
import { staffWho } from '../../../sessions/access.ts'
import { FoundCase, foundCase, ReceivedInput, receivedField, receivedShows, takenPath } from './later-fields.tsx'
import { takeLaterPaper } from '../take-later.ts'

const kinds = ['answer', 'other'] as const

/** An answer to a request, or another paper: the day it came, and then its scan. */
export const laterPaperPage = page({
  path: officePaths.laterPaper,
  access: staffWho('take-in-paper'),
  audit: records(takeLaterPaper),
  async load(context: Context<{ receiptNumber: string; kind: string }>) {
    const kind = kinds.find((each) => each === context.params.kind)
    const found = kind ? await foundCase(context) : notFound
    return isAnswer(found) || !kind ? notFound : { found, kind }
  },
  fields: { [idempotencyFieldName]: pressField, received: receivedField },
  view: ({ t, model: { found, kind }, form, context }) => ({
    title: t(`later-paper.kind.${kind}`),
    body: (
      <FormPage t={t} form={form} title={t(`later-paper.kind.${kind}`)}>
        <FoundCase t={t} found={found} agency={context.services.agency} />
        <Card plate>
          <FormShell
            action={officePaths.laterPaper(context.params)}
            csrfToken={context.csrfToken()}
            idempotencyKey={form.value(idempotencyFieldName) || newId()}
          >
            <ReceivedInput t={t} form={form} />
            <Button>{t('later-paper.paper.submit')}</Button>
          </FormShell>
        </Card>
      </FormPage>
    ),
  }),
  submit: {
    operation: takeLaterPaper,
    input: (values, _context, { found, kind }) => ({ id: values[idempotencyFieldName] as string, receiptNumber: found.receiptNumber, receivedOn: values.received, kind }),
    shows: { ...receivedShows, 'unknown-case': () => notFound },
    then: ({ paper }, { params }) => seeOther(takenPath(params.receiptNumber, paper)),
  },
})
