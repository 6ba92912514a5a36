import { notFound, seeOther } from '../../platform/http/answer.ts'
import { longTextField } from '../../platform/http/field.ts'
import { action, type Context, page, records, recordsNothing, type Route } from '../../platform/http/page.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Button, Card, EmptyState, FormShell, InstantText, NumberText, TextArea } from '../../ui/index.ts'
import { staffWho } from '../sessions/access.ts'
import { liftConflict } from './conflict-acts.ts'
import { conflictPage } from './conflict-page.tsx'
import { standingConflicts } from './standing-conflicts.ts'

const saids = ['lifted', 'lifted-already', 'say-why', 'not-possible'] as const
const back = (said: (typeof saids)[number]) => () => seeOther(`${officePaths.conflicts()}?said=${said}`)

/** `/conflicts`: who may not work on which case, and why; **Lift** where it does not hold. */
const conflictsPage = page({
  path: officePaths.conflicts,
  access: staffWho('lift-conflict'),
  audit: recordsNothing('receipt numbers, who declared a conflict and why'),
  load: async (context: Context) => (await context.read(standingConflicts, {})) ?? notFound,
  view: ({ t, model: { conflicts, names }, context }) => {
    const said = saids.find((each) => each === context.query.said)
    return {
      title: t('decisions.conflicts.title'),
      body: (
        <div class="stack">
          {said ? (
            <Alert kind={said === 'lifted' ? 'good' : 'warn'} live>
              <p>{t(`decisions.conflicts.said.${said}`)}</p>
            </Alert>
          ) : null}
          <h1>{t('decisions.conflicts.title')}</h1>
          <p>{t('decisions.conflicts.lead')}</p>
          {conflicts.length === 0 ? (
            <EmptyState title={t('decisions.conflicts.none')}>
              <p>{t('decisions.conflicts.none-about')}</p>
            </EmptyState>
          ) : null}
          {conflicts.map(({ id, receiptNumber, staff, why, note, declaredAt }) => (
            <Card key={id}>
              <h2>
                <NumberText t={t} kind="receipt" value={receiptNumber} />
              </h2>
              <p>
                {names.get(staff) ?? ''}: {t(`decisions.conflict.why.${why}`)}
              </p>
              {note === '' ? null : (
                <p class="preserved" dir="auto">
                  {note}
                </p>
              )}
              <p class="muted">
                <InstantText t={t} at={declaredAt} />
              </p>
              <FormShell action={officePaths.liftConflict({ conflict: id })} csrfToken={context.csrfToken()} class="form">
                <TextArea name="note" id={`note-${id}`} label={t('decisions.conflicts.note')} value="" error={undefined} rows={2} />
                <Button look="quiet">{t('decisions.conflicts.lift')}</Button>
              </FormShell>
            </Card>
          ))}
        </div>
      ),
    }
  },
})

const liftConflictAction = action({
  path: officePaths.liftConflict,
  access: staffWho('lift-conflict'),
  audit: records(liftConflict),
  fields: { note: longTextField({ empty: 'decisions.conflict.why-empty', most: 2000 }) },
  back: back('say-why'),
  submit: {
    operation: liftConflict,
    input: ({ note }, { params }) => ({ conflict: params.conflict, note }),
    shows: {
      'no-conflict': back('not-possible'),
      yours: back('not-possible'),
      'lifted-already': back('lifted-already'),
      'not-allowed': back('not-possible'),
      'too-many-attempts': back('not-possible'),
    },
    then: back('lifted'),
  },
})

export const conflictRoutes: readonly Route[] = [conflictPage, conflictsPage, liftConflictAction]
