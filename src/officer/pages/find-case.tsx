import { FormPage } from '../../accounts/index.ts'
import { caseBehind } from '../../cases/index.ts'
import { seeOther } from '../../platform/http/answer.ts'
import { type Context, type FormState, page, procedure, records } from '../../platform/http/page.ts'
import type { MessageKey, Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Breadcrumb, Button, Card, FormShell, TextField } from '../../ui/index.ts'
import { mayDo } from '../may.ts'
import { anythingField, type Typed } from '../search/typed.ts'
import { searchPeople } from '../search/search-people.ts'
import { staffWho } from '../sessions/access.ts'

/** A receipt number leads to its file, where a reason is asked for; anything else that can be looked for is. */
const findAnything = procedure({
  refusals: ['unknown-case'],
  async call(context: Context, typed: Typed) {
    if (!mayDo(context.actor, 'find-case')) return { ok: false, refusal: 'not-allowed' }
    if ('receiptNumber' in typed) {
      const found = await context.read(caseBehind, typed)
      return found ? { ok: true, output: officePaths.case(typed) } : { ok: false, refusal: 'unknown-case' }
    }
    const searched = await context.perform(searchPeople, typed)
    return searched.ok ? { ok: true, output: officePaths.found(searched.output) } : searched
  },
})

type FindProps = { t: Text; form: FormState; action: string; csrfToken: string; label: MessageKey; submit: MessageKey }

/** One field for everything that staff look for: a receipt number, an account number, an A-Number or a name. */
function FindForm({ t, form, action, csrfToken, label, submit }: FindProps) {
  return (
    <Card plate>
      <FormShell action={action} csrfToken={csrfToken}>
        <TextField
          name="receiptNumber"
          label={t(label)}
          hint={t('search.field.hint')}
          value={form.value('receiptNumber')}
          error={form.error('receiptNumber')}
          autocomplete="off"
        />
        <Button>{t(submit)}</Button>
      </FormShell>
    </Card>
  )
}

const finds = (path: typeof officePaths.cases | typeof officePaths.people, words: { title: MessageKey; label: MessageKey; submit: MessageKey; about: MessageKey }) =>
  page({
    path,
    access: staffWho('find-case'),
    audit: records(searchPeople),
    fields: { receiptNumber: anythingField },
    view: ({ t, form, context }) => ({
      title: t(words.title),
      body: (
        <>
          <Breadcrumb t={t} trail={[{ words: t('officer.queues.title'), href: officePaths.queues() }, { words: t(words.title) }]} />
          <FormPage t={t} form={form} title={t(words.title)}>
            <p class="lead">{t(words.about)}</p>
            <FindForm t={t} form={form} action={path()} csrfToken={context.csrfToken()} label={words.label} submit={words.submit} />
          </FormPage>
        </>
      ),
    }),
    submit: {
      operation: findAnything,
      input: ({ receiptNumber }) => receiptNumber,
      shows: {
        'unknown-case': { at: 'receiptNumber', key: 'officer.find.unknown' },
        'too-many-attempts': { at: 'receiptNumber', key: 'search.too-many' },
      },
      then: (at) => seeOther(at),
    },
  })

/** `/cases`: to a case, or to whom it is of. */
export const findCasePage = finds(officePaths.cases, { title: 'officer.find.title', label: 'officer.case.fact.receipt', submit: 'officer.find.submit', about: 'search.about' })

/** `/people`: to a person. */
export const findPersonPage = finds(officePaths.people, { title: 'search.title', label: 'search.field', submit: 'search.submit', about: 'search.about' })
