import { page, recordsNothing } from '../../../platform/http/page.ts'
import { anyone } from '../../../platform/http/visit.ts'
import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { ButtonLink, Card, Course, FactsList, InstantText, type Port } from '../../../ui/index.ts'
import { type FollowedRequest, followSupport } from '../follow-support.ts'
import { showTrackingNumber } from '../support-request.ts'

function portsOf(t: Text, { sentAt, steps }: FollowedRequest): Port[] {
  const done: Port[] = [
    { state: 'done', title: t('support.follow.course.sent'), when: <InstantText t={t} at={sentAt} /> },
    ...steps.map(({ kind, answer, at }): Port => ({
      state: 'done',
      title: t(`support.step.${kind}`),
      when: <InstantText t={t} at={at} />,
      ...(answer ? { note: <p>{t(`support.answer.${answer}`)}</p> } : {}),
    })),
  ]
  const isClosed = steps.some(({ kind }) => kind === 'closed')
  return isClosed ? done : [...done, { state: 'now', title: t('support.follow.course.waiting') }]
}

function Followed({ t, request }: { t: Text; request: FollowedRequest }) {
  return (
    <>
      <h1>{t('support.follow.title')}</h1>
      <Card>
        <FactsList
          facts={[
            {
              name: t('support.tracking-number'),
              value: (
                <strong class="number number--big" dir="ltr">
                  {showTrackingNumber(request.trackingNumber)}
                </strong>
              ),
            },
            { name: t('support.follow.about'), value: t(`support.topic.${request.topic}`) },
            { name: t('support.follow.sent'), value: t.instant(request.sentAt) },
          ]}
        />
        <p>{t('support.follow.keep')}</p>
      </Card>
      <Card title={t('support.follow.course')}>
        <Course t={t} ports={portsOf(t, request)} />
      </Card>
      <p>
        <strong>{t('support.safe')}</strong>
      </p>
    </>
  )
}

/** What became of a request, behind the link of its mail or straight after it was sent. */
export const followSupportPage = page({
  path: paths.followSupport,
  access: anyone,
  audit: recordsNothing('it tells what was done, to who has the link'),
  load: (context) => context.read(followSupport, context.params),
  view: ({ t, model: request }) => ({
    title: t(request ? 'support.follow.title' : 'support.follow.dead.title'),
    body: request ? (
      <Followed t={t} request={request} />
    ) : (
      <>
        <h1>{t('support.follow.dead.title')}</h1>
        <p>{t('support.follow.dead')}</p>
        <p>
          <ButtonLink href={paths.contactSupport()}>{t('support.follow.dead.new')}</ButtonLink>
        </p>
      </>
    ),
  }),
})
