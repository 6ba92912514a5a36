import { FormPage } from '../../accounts/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { choiceField } from '../../platform/http/field.ts'
import { type Context, type FormState, page, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Breadcrumb, Button, Card, FormShell, RadioGroup, TextField } from '../../ui/index.ts'
import { openingReasons } from '../case-file/opening-reasons.ts'
import { openingNoteField } from '../pages/open-case.tsx'
import { staffWho } from '../sessions/access.ts'
import { openPerson } from './open-person.ts'
import { personFile } from './person-file.ts'
import { PersonView } from './person-view.tsx'

type AskProps = { t: Text; form: FormState; account: string; csrfToken: string }

/** **Reason for opening**: asked before anything of the person is shown. */
function AskWhy({ t, form, account, csrfToken }: AskProps) {
  return (
    <FormPage t={t} form={form} title={t('office-person.open.title')}>
      <p>{t('office-person.open.intro')}</p>
      <Card plate>
        <FormShell action={officePaths.person({ account })} csrfToken={csrfToken}>
          <RadioGroup
            name="reason"
            label={t('officer.open.legend')}
            options={openingReasons.map((value) => ({ value, label: t(`office-person.open.reason.${value}`) }))}
            value={form.value('reason')}
            error={form.error('reason')}
          />
          <TextField name="note" label={t('officer.open.note')} note={t('ui.optional')} hint={t('officer.open.note-hint')} value={form.value('note')} error={form.error('note')} autocomplete="off" />
          <Button>{t('office-person.open.submit')}</Button>
        </FormShell>
      </Card>
    </FormPage>
  )
}

/** `/people/<account>`: first **Reason for opening**, then who they are, their cases, representatives and requests to support. */
export const personPage = page({
  path: officePaths.person,
  access: staffWho('read-file'),
  audit: records(openPerson),
  load: async (context: Context<{ account: string }>) => (await context.read(personFile, context.params)) ?? notFound,
  fields: { reason: choiceField(openingReasons, { empty: 'officer.open.empty' }), note: openingNoteField },
  view: ({ t, model, form, context }) => {
    const { account } = context.params
    const title = t(model.state === 'open' ? 'office-person.title' : 'office-person.open.title')
    return {
      title,
      wide: model.state === 'open',
      body: (
        <>
          <Breadcrumb t={t} trail={[{ words: t('officer.queues.title'), href: officePaths.queues() }, { words: t('search.title'), href: officePaths.people() }, { words: title }]} />
          {model.state === 'open' ? <PersonView t={t} agency={context.services.agency} model={model} /> : <AskWhy t={t} form={form} account={account} csrfToken={context.csrfToken()} />}
        </>
      ),
    }
  },
  submit: {
    operation: openPerson,
    input: ({ reason, note }, { params }) => ({ account: params.account, reason, note }),
    shows: { 'unknown-person': () => notFound },
    then: (_opened, { params }) => seeOther(officePaths.person(params)),
  },
})
