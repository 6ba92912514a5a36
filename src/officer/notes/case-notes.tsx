import type { Context } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Button, ButtonLink, ButtonRow, Card, FormShell, HiddenWords, InstantText, Tag } from '../../ui/index.ts'
import type { CaseNote } from './note.ts'

type NotesProps = { t: Text; notes: readonly CaseNote[]; names: ReadonlyMap<string, string>; context: Context<{ receiptNumber: string }> }

/** What colleagues wrote about the case for each other, pinned ones first. */
export function CaseNotes({ t, notes, names, context }: NotesProps) {
  return (
    <Card title={t('notes.title')}>
      <p class="muted">{t('notes.inside')}</p>
      {notes.length === 0 ? <p>{t('notes.none')}</p> : null}
      <ul class="plain-list">
        {notes.map((note) => (
          <li key={note.id}>
            <OneNote t={t} note={note} names={names} context={context} />
          </li>
        ))}
      </ul>
      <ButtonRow>
        <ButtonLink href={officePaths.notes(context.params)} look="quiet">
          {t('notes.write')}
        </ButtonLink>
      </ButtonRow>
    </Card>
  )
}

function OneNote({ t, note, names, context }: Omit<NotesProps, 'notes'> & { note: CaseNote }) {
  const { id, staff, text, at, isPinned, struckAt, isCorrected, follows } = note
  const isOver = struckAt !== null || isCorrected
  const isOwn = staff === context.actor.id
  const name = isOwn ? t('notes.by.you') : (names.get(staff) ?? '')
  return (
    <>
      {isPinned ? <Tag kind="act">{t('notes.pinned')}</Tag> : null}
      {struckAt ? <Tag kind="plain">{t('notes.struck')}</Tag> : isCorrected ? <Tag kind="plain">{t('notes.corrected')}</Tag> : null}
      {isOver ? (
        <details>
          <summary>{t('notes.show-over')}</summary>
          <p class="preserved" dir="auto">
            <s>{text}</s>
          </p>
        </details>
      ) : (
        <p class="preserved" dir="auto">
          {text}
        </p>
      )}
      <p class="muted">
        {t.rich(follows ? 'notes.line.corrects' : 'notes.line', { name: <bdi>{name}</bdi>, at: <InstantText t={t} at={at} /> })}
      </p>
      {isOver ? null : <NoteButtons t={t} id={id} isPinned={isPinned} isOwn={isOwn} context={context} />}
    </>
  )
}

function NoteButtons({ t, id, isPinned, isOwn, context }: { t: Text; id: string; isPinned: boolean; isOwn: boolean; context: NotesProps['context'] }) {
  const at = { ...context.params, note: id }
  return (
    <ButtonRow>
      <FormShell action={officePaths.pinNote(at)} csrfToken={context.csrfToken()} class="inline-form">
        <input type="hidden" name="pinned" value={isPinned ? 'no' : 'yes'} />
        <Button look="plain">{t(isPinned ? 'notes.unpin' : 'notes.pin')}</Button>
      </FormShell>
      {isOwn ? (
        <>
          <ButtonLink href={`${officePaths.notes(context.params)}?corrects=${id}`} look="plain">
            {t('notes.correct')} <HiddenWords>{t('notes.title')}</HiddenWords>
          </ButtonLink>
          <FormShell action={officePaths.strikeNote(at)} csrfToken={context.csrfToken()} class="inline-form">
            <Button look="plain">{t('notes.strike')}</Button>
          </FormShell>
        </>
      ) : null}
    </ButtonRow>
  )
}
