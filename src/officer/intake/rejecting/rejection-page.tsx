import type { ShownRejection } from '../../../cases/index.ts'
import { notFound, seeOther } from '../../../platform/http/answer.ts'
import { textField } from '../../../platform/http/field.ts'
import { action, type Context, page, records } from '../../../platform/http/page.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { officePaths } from '../../../platform/paths.ts'
import { AddressText } from '../../../profile/index.ts'
import { Alert, Button, ButtonLink, ButtonRow, Card, FormShell } from '../../../ui/index.ts'
import { staffWho } from '../../sessions/access.ts'
import { InRoom } from '../by-hand/pages/in-room.tsx'
import { rejectForm, throwRejectionAway } from './reject-acts.ts'
import { rejectionOnDesk } from './rejection-desk.ts'

type Here = Context<{ rejection: string }>

/** A letter word for word; an address in it stands on a line of its own. */
const Letter = ({ text }: { text: string }) => (
  <div class="breaks">
    {text
      .trim()
      .split(/\n\n+/)
      .map((block, index) => (
        <p key={index}>{block.split('\n').flatMap((line, at) => (at > 0 ? [<br key={at} />, line] : [line]))}</p>
      ))}
  </div>
)

function Buttons({ t, context, shown }: { t: Text; context: Here; shown: ShownRejection }) {
  const { params } = context
  return (
    <>
      <FormShell action={officePaths.rejection(params)} csrfToken={context.csrfToken()} class="inline-form">
        <input type="hidden" name="mark" value={shown.mark} />
        <ButtonRow>
          <Button>{t('rejecting.reject')}</Button>
          <ButtonLink href={officePaths.correctRejection(params)} look="quiet">
            {t('by-hand.correct')}
          </ButtonLink>
        </ButtonRow>
      </FormShell>
      <FormShell action={officePaths.dropRejection(params)} csrfToken={context.csrfToken()} class="inline-form">
        <Button look="plain">{t('by-hand.drop')}</Button>
      </FormShell>
    </>
  )
}

const Done = ({ t }: { t: Text }) => (
  <>
    <Alert kind="good" live>
      <p>{t('rejecting.done')}</p>
    </Alert>
    <ButtonRow>
      <ButtonLink href={officePaths.rejectForm()}>{t('rejecting.another')}</ButtonLink>
      <ButtonLink href={officePaths.printing()} look="quiet">
        {t('by-hand.taken.print')}
      </ButtonLink>
    </ButtonRow>
  </>
)

const titleOf = ({ rejectedAt }: ShownRejection) => (rejectedAt ? 'rejecting.done.title' : 'rejecting.look-over')

/** The letter of a rejection before it is confirmed, and after. */
export const rejectionPage = page({
  path: officePaths.rejection,
  access: staffWho('take-in-paper'),
  audit: records(rejectForm),
  load: async (context: Here) => (await context.read(rejectionOnDesk, context.params)) ?? notFound,
  loadsToShow: true,
  fields: { mark: textField({ empty: 'rejecting.changed', most: 200 }) },
  view: ({ t, form, model: shown, context }) => ({
    title: t(titleOf(shown)),
    body: (
      <InRoom t={t} form={form} title={t(titleOf(shown))}>
        <div class="stack">
          {shown.rejectedAt ? <Done t={t} /> : <p>{t('rejecting.look-over.lead')}</p>}
          <Card title={t('rejecting.letter')} plate>
            <div>{shown.rejection.sender.name}</div>
            <AddressText t={t} address={shown.rejection.sender.address} />
            <hr />
            <Letter text={shown.letter} />
          </Card>
          {shown.rejectedAt ? null : <Buttons t={t} context={context} shown={shown} />}
        </div>
      </InRoom>
    ),
  }),
  submit: {
    operation: rejectForm,
    input: ({ mark }, { params }) => ({ id: params.rejection, mark }),
    shows: { 'no-rejection': () => notFound, 'rejection-changed': { at: '', key: 'rejecting.changed' } },
    then: ({ id }) => seeOther(officePaths.rejection({ rejection: id })),
  },
})

const toList = () => seeOther(officePaths.rejections())

export const dropRejectionAction = action({
  path: officePaths.dropRejection,
  access: staffWho('take-in-paper'),
  audit: records(throwRejectionAway),
  back: toList,
  submit: {
    operation: throwRejectionAway,
    input: (_values, { params }) => ({ id: params.rejection }),
    shows: { 'rejected-already': ({ params }) => seeOther(officePaths.rejection(params)), 'not-allowed': toList, 'too-many-attempts': toList },
    then: toList,
  },
})
