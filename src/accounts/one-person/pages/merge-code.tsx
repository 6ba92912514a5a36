import { seeOther } from '../../../platform/http/answer.ts'
import { type Context, page, records } from '../../../platform/http/page.ts'
import { paths } from '../../../platform/paths.ts'
import { codeStanding, noStanding } from '../../one-time-password/code-standing.ts'
import { tryCode } from '../../one-time-password/try-code.ts'
import { anotherCodeAction, otherWayAction } from '../../pages/another-code.ts'
import { CodeForm, codeFields, codeRefusals, OtherWays } from '../../pages/code-form.tsx'
import { FormPage } from '../../pages/form-page.tsx'
import { needsRecentProof } from '../../sessions/access.ts'
import { mergeStanding } from '../merge-attempt.ts'
import { giveOtherCode, keepMergeProof } from '../prove-other.ts'

async function standingOf(context: Context) {
  const merge = await context.read(mergeStanding, undefined)
  if (!merge) return seeOther(paths.mergeAccount())
  if (merge.proven) return seeOther(paths.mergeConfirm())
  return (await context.inSession(merge.otherSession).read(codeStanding, {})) ?? noStanding
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
        {standing.otherWays.length > 0 ? (
          <OtherWays t={t} standing={standing} context={context} action={paths.mergeCodeWay()} />
        ) : null}
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

/** The codes of the other account are asked in the session that was opened for its proof. */
const inOtherSession = async (context: Context) => {
  const merge = await context.read(mergeStanding, undefined)
  return merge && context.inSession(merge.otherSession)
}

export const anotherMergeCode = anotherCodeAction(paths.resendMergeCode, needsRecentProof, paths.mergeCode, inOtherSession)
export const otherMergeWay = otherWayAction(paths.mergeCodeWay, needsRecentProof, paths.mergeCode, inOtherSession)
