import { FormPage, needsRecentProof, withNext } from '../../../accounts/index.ts'
import { seeOther } from '../../../platform/http/answer.ts'
import { dayField } from '../../../platform/http/field.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { Alert, Button, DateField, FormShell } from '../../../ui/index.ts'
import { ownPerson } from '../own-person.ts'
import { setDateOfBirth } from '../set-date-of-birth.ts'

const partsOf = (day: Temporal.PlainDate | null | undefined) =>
  day ? { month: String(day.month), day: String(day.day), year: String(day.year) } : {}

export const dateOfBirthPage = page({
  path: paths.dateOfBirth,
  access: needsRecentProof,
  audit: records(setDateOfBirth),
  load: (context: Context) => context.read(ownPerson, {}),
  loadsToShow: true,
  fields: { born: dayField({ empty: 'person.born.empty', impossible: 'person.born.impossible' }) },
  view: ({ t, model: own, form, context }) => {
    const part = (name: string) => form.value(`born-${name}`)
    const typed = { month: part('month'), day: part('day'), year: part('year') }
    const isTyped = form.errors.length > 0 || form.parked
    return {
      title: t('person.born.title'),
      body: (
        <FormPage t={t} form={form} title={t('person.born.title')}>
          <p>{t('person.born.intro')}</p>
          {own?.proven.dateOfBirth ? (
            <Alert kind="info">
              <p>{t('person.born.proven')}</p>
            </Alert>
          ) : (
            <FormShell action={paths.dateOfBirth()} csrfToken={context.csrfToken()}>
              <DateField
                t={t}
                name="born"
                label={t('person.born.label')}
                value={isTyped ? typed : partsOf(own?.dateOfBirth)}
                error={form.error('born-month')}
                birthday
              />
              <Button>{t('person.save')}</Button>
            </FormShell>
          )}
        </FormPage>
      ),
    }
  },
  submit: {
    operation: setDateOfBirth,
    input: ({ born }) => ({ day: born }),
    shows: {
      'no-recent-proof': ({ url }) => seeOther(withNext(paths.signInAgain(), url)),
      proven: () => seeOther(paths.dateOfBirth()),
      impossible: { at: 'born-month', key: 'person.born.impossible' },
      'too-many-attempts': { at: 'born-month', key: 'platform.refusal.too-many-attempts' },
    },
    then: () => seeOther(`${paths.profile()}?done=born`),
  },
})
