import { type Answer, notFound, seeOther } from '../../platform/http/answer.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import { type Field, right, wrong } from '../../platform/http/field.ts'
import { postedText } from '../../platform/http/posted.ts'
import { newSecret } from '../../platform/ids.ts'
import { paths } from '../../platform/paths.ts'
import { idempotencyFieldName } from '../../ui/index.ts'
import { agencyText } from '../../agency/index.ts'
import { usualTimes } from '../../cases/index.ts'
import { addressCasesOf } from '../catalogue/address-cases.ts'
import { definitionOf, findForm, formWords, newestEdition } from '../catalogue/forms.ts'
import { dayHere } from '../draft/day-here.ts'
import { mayFile, startDraft } from '../draft/start-draft.ts'
import { filer } from './access.ts'
import { checkOf } from './eligibility-check.tsx'
import { type FormModel, FormView, NotHereView } from './form-view.tsx'

/** The key of one opened page: pressing **Start form** on it again gives the draft that is there already. */
const startKey: Field<string> = {
  echo: true,
  parse: (posted, name) => {
    const key = postedText(posted, name)
    return /^[\w-]{16,64}$/.test(key) ? right(key) : wrong('', 'platform.form.stale')
  },
}

/** Whether what is known of the person is shown in the fields: only when they asked for it. */
const fillIn: Field<boolean> = {
  echo: true,
  parse: (posted, name) => right(postedText(posted, name) === 'yes'),
}

export function filerOf({ visit }: Pick<Context, 'visit'>): FormModel['filer'] {
  if (mayFile(visit.actor)) return 'applicant'
  return visit.actor.roles.includes('representative') ? 'representative' : 'visitor'
}

async function aboutForm(context: Context<{ form: string }>): Promise<FormModel | Answer> {
  const { agency, clock } = context.services
  const code = context.params.form.toLowerCase()
  const entry = findForm(agency, code)
  if (!entry) return notFound
  if (code !== context.params.form) return seeOther(paths.form({ form: code }))
  const day = dayHere(agency, clock.now())
  const edition = newestEdition(agency, code)
  const title = agencyText(agency, context.t, 'agency', `form.${code}.title`)
  const usual = (await context.read(usualTimes, {}))?.get(code) ?? null
  const about = { agency, t: context.t, entry, day, title, usual, filer: filerOf(context) }
  if (!edition) return { ...about, filed: null }
  const definition = definitionOf(agency, code, edition)
  const words = formWords(agency, context.t, code)
  const isOfAddress = definition.eligibility.outcomes.some(({ leads }) => leads === 'change-of-address')
  const addressCases = isOfAddress && about.filer === 'applicant' ? await context.read(addressCasesOf, {}) : null
  return { ...about, filed: { definition, words, check: checkOf(definition, context.query, day), addressCases } }
}

/** Signed in half-way or not at all: on to what is still to do, and from there back here. */
function toSignIn(context: Context<{ form: string }>): Answer {
  const here = paths.form(context.params)
  const verdict = filer.check(context.visit, here)
  return typeof verdict === 'object' ? seeOther(verdict.goTo) : notFound
}

export const formPage = page({
  path: paths.form,
  access: anyone,
  audit: records(startDraft),
  load: aboutForm,
  fields: { [idempotencyFieldName]: startKey, fillIn },
  view: ({ model, form, context }) => {
    const start = { csrfToken: context.csrfToken(), key: form.value(idempotencyFieldName) || newSecret(128) }
    const filed = model.filed
    return {
      title: model.title,
      body: filed ? <FormView model={model} filed={filed} form={form} start={start} /> : <NotHereView model={model} />,
    }
  },
  submit: {
    operation: startDraft,
    input: (values, { params, t }) => ({
      form: params.form,
      language: t.language,
      startKey: values[idempotencyFieldName] as string,
      fillIn: values.fillIn === true,
    }),
    shows: {
      'form-not-filed-here': () => notFound,
      'not-allowed': toSignIn,
      'too-many-attempts': { at: '', key: 'filing.form.limit' },
    },
    then: ({ draft }) => seeOther(paths.draft({ draft })),
  },
})
