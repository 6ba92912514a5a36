import { seeOther } from '../../../platform/http/answer.ts'
import { action, type Context, page, procedure, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { codeStanding } from '../../one-time-password/code-standing.ts'
import { sendAnotherCode } from '../../one-time-password/send-another-code.ts'
import { tryCode } from '../../one-time-password/try-code.ts'
import { CodeForm, codeFields, codeRefusals, noStanding } from '../../pages/code-form.tsx'
import { FormPage } from '../../pages/form-page.tsx'
import { needsRecentProof } from '../../sessions/access.ts'
import { mergeStanding } from '../merge-attempt.ts'
import { giveOtherCode, keepMergeProof } from '../prove-other.ts'

async function standingOf(context: Context) {
  const merge = await context.read(mergeStanding, undefined)
  if (!merge) return seeOther(paths.mergeAccount())
  if (merge.proven) return seeOther(paths.mergeConfirm())
  return (await context.inSession(merge.otherSession).read(codeStanding, undefined)) ?? noStanding
}

/** The other account's second factor, asked as at any sign-in. */
export const mergeCodePage = page({
  path: paths.mergeCode,
  access: needsRecentProof,
  audit: records(tryCode, keepMergeProof),
  load: standingOf,
  fields: codeFields,
  view: ({ t, model: standing, form, context }) => ({
    title: t('merging.code.title'),
    body: (
      <FormPage t={t} form={form} title={t('merging.code.title')}>
        <p>{t('merging.code.intro')}</p>
        <CodeForm
          t={t}
          form={form}
          context={context}
          standing={standing}
          action={paths.mergeCode()}
          againAction={paths.resendMergeCode()}
        />
        <p>
          <a href={paths.mergeAccount()}>{t('merging.code.again')}</a>
        </p>
      </FormPage>
    ),
  }),
  submit: {
    operation: giveOtherCode,
    input: ({ code }) => ({ typed: code }),
    shows: codeRefusals,
    then: () => seeOther(paths.mergeConfirm()),
  },
})

const sendOtherCode = procedure({
  refusals: sendAnotherCode.refusals,
  call: async (context: Context, _input: undefined) => {
    const merge = await context.read(mergeStanding, undefined)
    return merge ? context.inSession(merge.otherSession).perform(sendAnotherCode, undefined) : seeOther(paths.mergeAccount())
  },
})

const back = (sent?: 'again' | 'too-many') => () => seeOther(paths.mergeCode() + (sent ? `?sent=${sent}` : ''))

/** **request a new one-time password**, of the other account. */
export const anotherMergeCode = action({
  path: paths.resendMergeCode,
  access: needsRecentProof,
  audit: records(sendAnotherCode),
  back: back(),
  submit: {
    operation: sendOtherCode,
    input: () => undefined,
    shows: {
      'no-session': back(),
      'too-many-codes': back('too-many'),
      'not-allowed': back(),
      'too-many-attempts': back('too-many'),
    },
    then: back('again'),
  },
})
