import { FormPage } from '../../accounts/index.ts'
import type { Addressee } from '../../cases/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { choiceField, choicesField } from '../../platform/http/field.ts'
import { formState } from '../../platform/http/form-state.ts'
import { type Context, page, records } from '../../platform/http/page.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Alert, Breadcrumb } from '../../ui/index.ts'
import { mayDo } from '../may.ts'
import { staffWho } from '../sessions/access.ts'
import { accessFile } from './access-file.ts'
import { type AccessProps, MailNewCode, Notices, Representing, WhereLettersGo } from './access-parts.tsx'
import { mailNewCode } from './code-acts.ts'
import type { NamedAccess } from './open-access.ts'
import { AskWhy } from './open-page.tsx'
import { whyField } from './why.tsx'

export const addressees = ['applicant', 'representative'] as const satisfies readonly Addressee[]

const told = ['mailed', 'withdrawn', 'ended'] as const
export const toAccess = ({ params }: Pick<Context<NamedAccess>, 'params'>, said?: (typeof told)[number]) =>
  seeOther(said ? `${officePaths.access(params)}?said=${said}` : officePaths.access(params))

function Said({ t, query }: { t: Text; query: Context['query'] }) {
  const said = told.find((each) => each === query.said)
  return said ? (
    <Alert kind="good" live>
      <p>{t(`access-codes.said.${said}`)}</p>
    </Alert>
  ) : null
}

function Access(props: AccessProps & { title: string }) {
  const { t, form, context, title } = props
  return (
    <div class="stack">
      <Breadcrumb t={t} trail={[{ words: t('access-codes.find.title'), href: officePaths.findAccess() }, { words: t('access-codes.crumb') }]} />
      <FormPage t={t} form={form} title={title}>
        <div class="stack">
          {form.errors.length === 0 ? <Said t={t} query={context.query} /> : null}
          {mayDo(context.actor, 'read-file') ? (
            <p>
              <a href={officePaths.case(context.params)}>{t('access-codes.case')}</a>
            </p>
          ) : null}
          <WhereLettersGo {...props} />
          <Notices {...props} />
          <Representing {...props} />
          <MailNewCode {...props} />
        </div>
      </FormPage>
    </div>
  )
}

/** `/access-codes/<receipt number>`: first **Reason for opening**, then who has access by which notices, and **Mail a new code**. */
export const accessPage = page({
  path: officePaths.access,
  access: staffWho('mail-codes'),
  audit: records(mailNewCode),
  load: async (context: Context<NamedAccess>) => (await context.read(accessFile, context.params)) ?? notFound,
  fields: { addressee: choiceField(addressees, { empty: 'access-codes.mail.to.empty' }), why: whyField, anyway: choicesField(['yes']) },
  view: ({ t, model: file, form, context }) => {
    const title = t('access-codes.title', context.params)
    if (file.state === 'closed')
      return { title, body: <AskWhy t={t} form={formState(t, undefined)} csrfToken={context.csrfToken()} receiptNumber={context.params.receiptNumber} /> }
    return { title, wide: true, body: <Access t={t} file={file} form={form} context={context} title={title} /> }
  },
  submit: {
    operation: mailNewCode,
    input: ({ addressee, why, anyway }, { params }) => ({ receiptNumber: params.receiptNumber, addressee, why, anyway: anyway.length > 0 }),
    shows: {
      'unknown-case': () => notFound,
      'no-paper-case': () => notFound,
      'not-opened': (context) => toAccess(context),
      'is-consular': { at: 'addressee', key: 'access-codes.refused.is-consular' },
      'is-protected': { at: 'addressee', key: 'access-codes.refused.is-protected' },
      'no-codes': { at: 'addressee', key: 'access-codes.refused.no-codes' },
      'nobodys-yet': { at: 'addressee', key: 'access-codes.refused.nobodys-yet' },
      'in-an-account': { at: 'addressee', key: 'access-codes.refused.in-an-account' },
      'no-representative': { at: 'addressee', key: 'access-codes.refused.no-representative' },
      'code-used': { at: 'addressee', key: 'access-codes.refused.code-used' },
      'kept-out': { at: 'addressee', key: 'access-codes.refused.kept-out' },
      'letter-waits': { at: 'addressee', key: 'access-codes.refused.letter-waits' },
      'mailed-lately': { at: 'anyway', key: 'access-codes.refused.mailed-lately' },
    },
    then: (_mailed, context) => toAccess(context, 'mailed'),
  },
})
