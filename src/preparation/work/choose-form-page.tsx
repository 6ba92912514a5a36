import { FormPage, representative } from '../../accounts/index.ts'
import { agencyText, type AgencyPack } from '../../agency/index.ts'
import { newestEdition } from '../../filing/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import { type Answer, notFound, seeOther } from '../../platform/http/answer.ts'
import { type Field, pressField, right, wrong } from '../../platform/http/field.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { postedText } from '../../platform/http/posted.ts'
import { newId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { type Client, ClientCrumbs, findClientFor, type Lack, lackingToAct, nameOfClient } from '../../representation/index.ts'
import { Alert, Button, FormShell, idempotencyFieldName, RadioGroup } from '../../ui/index.ts'
import { beginPreparation } from './begin-preparation.ts'
import { mayPrepare } from './may-prepare.ts'

type Model = { readonly client: Client; readonly lacking: readonly Lack[]; readonly forms: readonly string[] }

/** The forms of the catalogue, by their codes, that are filed here. */
const formsHere = (agency: AgencyPack): readonly string[] => agency.forms.map(({ code }) => code).filter((code) => newestEdition(agency, code) !== undefined)

const toChoose = query({
  name: 'preparation.to-choose',
  allow: (actor, _input: { client: string }) => mayPrepare(actor),
  async run(context, { client: id }): Promise<Model | null> {
    const client = await findClientFor(context, id)
    if (!client) return null
    return { client, lacking: await lackingToAct(context, accountsOf(context.actor)), forms: formsHere(context.services.agency) }
  },
})

const chosenForm: Field<string, Model> = {
  echo: true,
  parse: (posted, name, { forms }) => {
    const form = postedText(posted, name)
    return forms.includes(form) ? right(form) : wrong(name, 'preparation.choose.empty')
  },
}

/** How the client is reached tells two of one name apart. */
const reached = ({ contact: { email, phone } }: Client) => [email, phone].filter(Boolean).join(', ')

const open = async ({ read, params }: Context<{ client: string }>): Promise<Model | Answer> => (await read(toChoose, params)) ?? notFound

/** `/clients/<client>/forms`: which form is prepared for this client. */
export const chooseFormPage = page({
  path: paths.clientForms,
  access: representative,
  audit: records(beginPreparation),
  load: open,
  fields: { form: chosenForm, [idempotencyFieldName]: pressField },
  view: ({ t, model: { client, lacking, forms }, form, context }) => {
    const name = nameOfClient(client.names)
    const title = t('preparation.choose.title')
    const { agency } = context.services
    return {
      title,
      body: (
        <>
          <ClientCrumbs t={t} here={title} client={{ id: client.id, name }} />
          <FormPage t={t} form={form} title={title}>
            <p class="lead">{t('preparation.choose.for', { client: name })}</p>
            {reached(client) ? <p class="muted">{reached(client)}</p> : null}
            <p>{t('preparation.choose.about')}</p>
            {lacking.length > 0 ? (
              <Alert kind="warn" title={t('preparation.lacking.title')}>
                <p>{t('preparation.lacking')}</p>
                <p>
                  <a href={paths.practice()}>{t('preparation.lacking.go')}</a>
                </p>
              </Alert>
            ) : (
              <FormShell action={paths.clientForms({ client: client.id })} csrfToken={context.csrfToken()} idempotencyKey={form.value(idempotencyFieldName) || newId()}>
                <RadioGroup
                  name="form"
                  label={t('preparation.choose.form')}
                  options={forms.map((code) => ({ value: code, label: agencyText(agency, t, 'agency', `form.${code}.title`), hint: agencyText(agency, t, 'agency', `form.${code}.for`) }))}
                  value={form.value('form')}
                  error={form.error('form')}
                />
                <Button>{t('preparation.choose.begin')}</Button>
              </FormShell>
            )}
          </FormPage>
        </>
      ),
    }
  },
  submit: {
    operation: beginPreparation,
    input: ({ form, [idempotencyFieldName]: startKey }, { params, t }) => ({ client: params.client, form: String(form), language: t.language, startKey: String(startKey) }),
    shows: {
      'no-such-client': () => notFound,
      'form-not-filed-here': { at: 'form', key: 'preparation.choose.empty' },
      'practice-lacking': { at: '', key: 'preparation.lacking' },
      'too-many-attempts': { at: '', key: 'filing.form.limit' },
    },
    then: ({ preparation }) => seeOther(paths.preparation({ preparation })),
  },
})
