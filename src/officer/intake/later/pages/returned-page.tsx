import { FormPage } from '../../../../accounts/index.ts'
import { type ReturnReason, returnReasons } from '../../../../cases/index.ts'
import { isAnswer, notFound, seeOther } from '../../../../platform/http/answer.ts'
import { choiceField, longTextField, pressField, textField } from '../../../../platform/http/field.ts'
import { page, records } from '../../../../platform/http/page.ts'
import type { MessageKey, Text } from '../../../../platform/i18n/text.ts'
import { newId } from '../../../../platform/ids.ts'
import { officePaths } from '../../../../platform/paths.ts'
import { Button, Card, FormShell, idempotencyFieldName, RadioGroup, TextArea } from '../../../../ui/index.ts'
import { staffWho } from '../../../sessions/access.ts'
import { returnableLetters } from './later-desk.ts'
import { type CaseContext, FoundCase, foundCase, ReceivedInput, receivedField, receivedShows, takenPath } from './later-fields.tsx'
import { takeReturnedMail } from '../take-later.ts'

type Letters = NonNullable<Awaited<ReturnType<typeof returnableLetters.run>>>

/** None of the letters that were printed here: it came back from an address of the case all the same. */
const noLetter = 'none'

async function load(context: CaseContext) {
  const found = await foundCase(context)
  if (isAnswer(found)) return found
  return { found, letters: (await context.read(returnableLetters, { receiptNumber: found.receiptNumber })) ?? [] }
}

const letterChoices = (t: Text, letters: Letters) => [
  ...letters.map(({ id, kind, addressee, printed_at }) => ({
    value: id,
    label: t(`printing.kind.${kind}` as MessageKey),
    hint: t(`later-paper.letter.${addressee}`, { at: t.instant(printed_at) }),
  })),
  { value: noLetter, label: t('later-paper.letter.none') },
]

/** A letter of ours that came back: which, why, and what the post office says of a new address. */
export const returnedMailPage = page({
  path: officePaths.laterReturned,
  access: staffWho('take-in-paper'),
  audit: records(takeReturnedMail),
  load,
  fields: {
    [idempotencyFieldName]: pressField,
    received: receivedField,
    letter: textField({ empty: 'later-paper.letter.empty', most: 60 }),
    reason: choiceField<ReturnReason>(returnReasons, { empty: 'later-paper.reason.empty' }),
    sticker: longTextField({ empty: 'later-paper.sticker', optional: true, most: 500 }),
  },
  view: ({ t, model: { found, letters }, form, context }) => ({
    title: t('later-paper.kind.returned-mail'),
    body: (
      <FormPage t={t} form={form} title={t('later-paper.kind.returned-mail')}>
        <FoundCase t={t} found={found} agency={context.services.agency} />
        <Card plate>
          <FormShell
            action={officePaths.laterReturned(context.params)}
            csrfToken={context.csrfToken()}
            idempotencyKey={form.value(idempotencyFieldName) || newId()}
          >
            <ReceivedInput t={t} form={form} />
            <RadioGroup
              name="letter"
              label={t('later-paper.letter')}
              options={letterChoices(t, letters)}
              value={form.value('letter')}
              error={form.error('letter')}
            />
            <RadioGroup
              name="reason"
              label={t('later-paper.why')}
              options={returnReasons.map((value) => ({ value, label: t(`later-paper.why.${value}`) }))}
              value={form.value('reason')}
              error={form.error('reason')}
            />
            <TextArea
              name="sticker"
              label={t('later-paper.sticker')}
              note={t('ui.optional')}
              hint={t('later-paper.sticker.hint')}
              value={form.value('sticker')}
              error={form.error('sticker')}
              rows={4}
            />
            <Button>{t('later-paper.returned.submit')}</Button>
          </FormShell>
        </Card>
      </FormPage>
    ),
  }),
  submit: {
    operation: takeReturnedMail,
    input: (values, _context, { found }) => ({
      id: values[idempotencyFieldName] as string,
      receiptNumber: found.receiptNumber,
      receivedOn: values.received,
      letter: values.letter === noLetter ? null : values.letter,
      reason: values.reason,
      sticker: values.sticker === '' ? null : values.sticker,
    }),
    shows: {
      ...receivedShows,
      'unknown-case': () => notFound,
      'unknown-letter': { at: 'letter', key: 'later-paper.letter.gone' },
      'returned-before-printed': { at: 'received-month', key: 'later-paper.fault.returned-before-printed' },
    },
    then: ({ paper }, { params }) => seeOther(takenPath(params.receiptNumber, paper)),
  },
})
