import type { NoticeOfCase } from '../../correspondence/index.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Card, DayText, InstantText, Tag } from '../../ui/index.ts'

/** Who opened a notice and when, and where its letters stand. */
export function Reached({ t, notice: { openings, posts } }: { t: Text; notice: NoticeOfCase }) {
  return (
    <ul class="plain-list muted">
      {openings.length === 0 ? <li>{t('notices.office.not-opened')}</li> : null}
      {openings.map(({ side, at }) => (
        <li key={`${side} ${at}`}>{t.rich(`notices.office.opened.${side}`, { at: <InstantText t={t} at={at} /> })}</li>
      ))}
      {posts.map(({ id, copy, cause, state }) => (
        <li key={id}>
          {t(`notices.office.post.${copy}.${cause}`)} {t(`notices.office.letter.${state}`)}
        </li>
      ))}
    </ul>
  )
}

/** What the agency told the people of a case, in its file. */
export function CaseNotices({ t, receiptNumber, notices }: { t: Text; receiptNumber: string; notices: readonly NoticeOfCase[] }) {
  return (
    <Card title={t('notices.title')}>
      {notices.length === 0 ? <p>{t('notices.office.none')}</p> : null}
      <ul class="plain-list">
        {notices.map((notice) => (
          <li key={notice.id}>
            <a href={officePaths.notice({ receiptNumber, notice: notice.id })}>{notice.title}</a> <DayText t={t} day={notice.issuedOn} />{' '}
            {notice.endedAs ? <Tag kind="plain">{t(`notices.state.${notice.endedAs}`)}</Tag> : null}
            <Reached t={t} notice={notice} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
