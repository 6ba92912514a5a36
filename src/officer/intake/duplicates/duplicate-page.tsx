import { FormPage } from '../../../accounts/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { longTextField, parsedField } from '../../../platform/http/field.ts'
import { action, type Context, page, records, type Route } from '../../../platform/http/page.ts'
import { isId } from '../../../platform/ids.ts'
import { officePaths, paths } from '../../../platform/paths.ts'
import { Alert, Breadcrumb } from '../../../ui/index.ts'
import { staffWho } from '../../sessions/access.ts'
import { decideWhose } from './decide-whose.ts'
import { Decide, DuplicateFacts, type DuplicateProps, PastActs, somebodyNew, TakeUp } from './duplicate-parts.tsx'
import { duplicatesPage } from './duplicates-page.tsx'
import { duplicateFile } from './read-duplicates.ts'
import { isGood, type Said, saidIn } from './said.ts'
import { AccountBeside, FormSays } from './side-by-side.tsx'
import { putDuplicateBack, takeUp } from './take-up.ts'

type Named = { receiptNumber: string }

/** Back to the form, which says what came of the press. */
const back = (said: Said) => ({ params }: Pick<Context, 'params'>) => seeOther(`${officePaths.duplicate(params as Named)}?said=${said}`)

function Told({ t, said }: Pick<DuplicateProps, 't'> & { said: Said | undefined }) {
  if (!said) return null
  return (
    <Alert kind={isGood(said) ? 'good' : 'warn'} live>
      <p>{t(`duplicates.said.${said}`)}</p>
    </Alert>
  )
}

/** For whoever took it up: the form, each account beside it, and the decision. */
function SideBySide(props: DuplicateProps) {
  const { t, file, context } = props
  if (!file.open) return null
  const { paper, beside, more, closed } = file.open
  const { agency, publicUrl } = context.services
  const severalOfOne = beside.length > 1
  return (
    <>
      <FormSays t={t} paper={paper} />
      {beside.map((each) => (
        <AccountBeside key={each.account} t={t} agency={agency} paper={paper} beside={each} />
      ))}
      {beside.length === 0 ? <p>{t('duplicates.beside.none')}</p> : null}
      {more > 0 ? <p>{t('duplicates.beside.more', { count: more })}</p> : null}
      {closed > 0 ? <p>{t('duplicates.beside.closed', { count: closed })}</p> : null}
      {severalOfOne ? (
        <Alert kind="info" title={t('duplicates.two.title')}>
          <p>{t('duplicates.two.body', { address: `${publicUrl}${paths.mergeAccount()}` })}</p>
        </Alert>
      ) : null}
      <Decide {...props} />
    </>
  )
}

/** `/intake/duplicates/<receipt number>`: first **Take it up**, then the form beside each account, and **Decide**. */
const duplicatePage = page({
  path: officePaths.duplicate,
  access: staffWho('decide-whose-case'),
  audit: records(decideWhose),
  load: async (context: Context<Named>) => (await context.read(duplicateFile, context.params)) ?? notFound,
  fields: {
    whose: parsedField<string | null>({ empty: 'duplicates.decide.empty', most: 60 }, (typed) =>
      isId(typed) ? { value: typed } : typed === somebodyNew ? { value: null } : { error: 'duplicates.decide.empty' },
    ),
    why: longTextField({ empty: 'duplicates.decide.why.empty', most: 2000 }),
  },
  view: ({ t, model: file, form, context }) => {
    const props = { t, file, form, context }
    return {
      title: t('duplicates.one.title'),
      wide: true,
      body: (
        <div class="stack">
          <Breadcrumb t={t} trail={[{ words: t('office-intake.title'), href: officePaths.intake() }, { words: t('duplicates.title'), href: officePaths.duplicates() }, { words: t('duplicates.one.crumb') }]} />
          <FormPage t={t} form={form} title={t('duplicates.one.title')}>
            <div class="stack">
              {form.errors.length === 0 ? <Told t={t} said={saidIn(context.query)} /> : null}
              <DuplicateFacts {...props} />
              {file.state === 'yours' ? <SideBySide {...props} /> : <TakeUp {...props} />}
              <PastActs t={t} acts={file.acts} />
            </div>
          </FormPage>
        </div>
      ),
    }
  },
  submit: {
    operation: decideWhose,
    input: ({ whose, why }, { params }) => ({ receiptNumber: params.receiptNumber, account: whose, why }),
    shows: {
      'no-question': () => notFound,
      'decided-already': back('decided-already'),
      'not-yours': back('not-yours'),
      'for-a-supervisor': back('for-a-supervisor'),
      'account-gone': { at: 'whose', key: 'duplicates.refused.account-gone' },
      'looks-like-more': { at: 'whose', key: 'duplicates.refused.looks-like-more' },
    },
    then: ({ decided }, context) => back(decided ? 'decided' : 'asked')(context),
  },
})

const here = ({ params }: Pick<Context, 'params'>) => seeOther(officePaths.duplicate(params as Named))

const takeUpAction = action({
  path: officePaths.takeDuplicate,
  access: staffWho('decide-whose-case'),
  audit: records(takeUp),
  back: here,
  submit: {
    operation: takeUp,
    input: (_values, { params }) => params as Named,
    shows: {
      'no-question': () => notFound,
      'decided-already': back('decided-already'),
      'with-a-colleague': back('with-a-colleague'),
      'for-a-supervisor': back('for-a-supervisor'),
      'not-allowed': here,
      'too-many-attempts': here,
    },
    then: (_taken, context) => here(context),
  },
})

const putBackAction = action({
  path: officePaths.putDuplicateBack,
  access: staffWho('decide-whose-case'),
  audit: records(putDuplicateBack),
  back: here,
  submit: {
    operation: putDuplicateBack,
    input: (_values, { params }) => params as Named,
    shows: { 'no-question': () => notFound, 'not-yours': here, 'not-allowed': here, 'too-many-attempts': here },
    then: (_put, context) => back('put-back')(context),
  },
})

export const duplicateRoutes: readonly Route[] = [duplicatesPage, duplicatePage, takeUpAction, putBackAction]
