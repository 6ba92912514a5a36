import { FormPage } from '../../accounts/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { choiceField, choicesField, type Field, longTextField, pressField, right } from '../../platform/http/field.ts'
import { action, type Context, page, records } from '../../platform/http/page.ts'
import { postedText } from '../../platform/http/posted.ts'
import { officePaths } from '../../platform/paths.ts'
import { Breadcrumb, Button, Card, CheckboxGroup, FormShell, idempotencyFieldName, TextArea } from '../../ui/index.ts'
import { newId } from '../../platform/ids.ts'
import { caseOpenedHere } from '../case-file/opened-case.ts'
import { staffWho } from '../sessions/access.ts'
import { noteCharactersMost } from './note.ts'
import { notesOfFile, pinNote, strikeNote, writeNote } from './note-acts.ts'

type NoteContext = Context<{ receiptNumber: string }>

const toFile = ({ params }: Pick<NoteContext, 'params'>) => seeOther(`${officePaths.case(params)}#notes`)
const followsField: Field<string | null> = { echo: true, parse: (posted, name) => right(postedText(posted, name) || null) }

/** `/cases/<receipt number>/notes`: **Keep note**; with `corrects`, the officer's own note in new words. */
export const writeNotePage = page({
  path: officePaths.notes,
  access: staffWho('write-notes'),
  audit: records(writeNote),
  load: async (context: NoteContext) => {
    const opened = await context.read(caseOpenedHere, context.params)
    if (opened === 'file-not-opened') return seeOther(officePaths.case(context.params))
    if (!opened || opened === 'unknown-case') return notFound
    const notes = (await context.read(notesOfFile, context.params)) ?? []
    return notes.find(({ id, staff, struckAt, isCorrected }) => id === context.query.corrects && staff === context.actor.id && !struckAt && !isCorrected) ?? null
  },
  fields: {
    text: longTextField({ empty: 'notes.empty', most: noteCharactersMost }),
    pinned: choicesField(['yes'] as const),
    follows: followsField,
    [idempotencyFieldName]: pressField,
  },
  view: ({ t, model: corrected, form, context }) => {
    const title = t(corrected ? 'notes.correct.title' : 'notes.write.title')
    const failed = form.errors.length > 0
    return {
      title,
      body: (
        <>
          <Breadcrumb
            t={t}
            trail={[
              { words: t('officer.queues.title'), href: officePaths.queues() },
              { words: t('officer.case.crumb'), href: officePaths.case(context.params) },
              { words: title },
            ]}
          />
          <FormPage t={t} form={form} title={title}>
            <p class="lead">{t('notes.about')}</p>
            <Card plate>
              <FormShell action={officePaths.notes(context.params)} csrfToken={context.csrfToken()} idempotencyKey={failed ? form.value(idempotencyFieldName) : newId()}>
                <input type="hidden" name="follows" value={failed ? form.value('follows') : (corrected?.id ?? '')} />
                <TextArea
                  name="text"
                  label={t('notes.text')}
                  hint={t('notes.text.hint')}
                  value={failed ? form.value('text') : (corrected?.text ?? '')}
                  error={form.error('text')}
                  rows={6}
                />
                <CheckboxGroup
                  name="pinned"
                  label={t('notes.pin.legend')}
                  options={[{ value: 'yes', label: t('notes.pin.choice') }]}
                  values={failed ? form.values('pinned') : corrected?.isPinned ? ['yes'] : []}
                />
                <Button>{t('notes.keep')}</Button>
              </FormShell>
            </Card>
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: writeNote,
    input: ({ text, pinned, follows, [idempotencyFieldName]: press }, { params }) => ({
      ...params,
      text: text as string,
      isPinned: (pinned as string[]).includes('yes'),
      follows: follows as string | null,
      press: press as string,
    }),
    shows: {
      'unknown-case': () => notFound,
      'file-not-opened': ({ params }) => seeOther(officePaths.case(params)),
      'not-yours': toFile,
    },
    then: (_written, context) => toFile(context),
  },
})

const refused = {
  'unknown-case': () => notFound,
  'file-not-opened': ({ params }: Pick<NoteContext, 'params'>) => seeOther(officePaths.case(params)),
  'not-allowed': () => seeOther(officePaths.front()),
  'too-many-attempts': toFile,
}

export const strikeNoteAction = action({
  path: officePaths.strikeNote,
  access: staffWho('write-notes'),
  audit: records(strikeNote),
  back: toFile,
  submit: { operation: strikeNote, input: (_values, { params }) => params, shows: { ...refused, 'not-yours': toFile }, then: (_struck, context) => toFile(context) },
})

export const pinNoteAction = action({
  path: officePaths.pinNote,
  access: staffWho('write-notes'),
  audit: records(pinNote),
  fields: { pinned: choiceField(['yes', 'no'] as const, { empty: 'notes.empty' }) },
  back: toFile,
  submit: {
    operation: pinNote,
    input: ({ pinned }, { params }) => ({ ...params, isPinned: pinned === 'yes' }),
    shows: { ...refused, 'unknown-note': toFile },
    then: (_pinned, context) => toFile(context),
  },
})
