import { languageName, type Text } from '../../../platform/i18n/text.ts'
import { Card } from '../../../ui/index.ts'
import type { NoticeBlock } from '../notice.ts'
import type { NoticeFrame } from '../notice-frame.ts'

function Facts({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <dl class="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="preserved" dir="auto">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** One piece of a notice. Whatever an officer wrote is text, its line breaks kept. */
export function Block({ block }: { block: NoticeBlock }) {
  if ('paragraph' in block) return <p>{block.paragraph}</p>
  if ('heading' in block) return <h2 class="notice-heading">{block.heading}</h2>
  if ('words' in block)
    return (
      <p class="preserved" dir="auto">
        {block.words}
      </p>
    )
  if ('facts' in block) return <Facts rows={block.facts} />
  if ('steps' in block)
    return (
      <ol>
        {block.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    )
  if ('items' in block)
    return (
      <ul class="notice-items">
        {block.items.map(({ title, text }) => (
          <li key={title}>
            <strong dir="auto">{title}</strong>
            {text ? (
              <p class="preserved" dir="auto">
                {text}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    )
  return (
    <p class="notice-deadline">
      <span>{block.label}</span>
      <strong>{block.deadline}</strong>
    </p>
  )
}

/** A notice in one language, from the same words as its PDF. The title of the first is that of its page. */
export function NoticeText({ t, frame, isFirst }: { t: Text; frame: NoticeFrame; isFirst: boolean }) {
  const { part, numbers, facts, check } = frame
  return (
    <Card>
      {isFirst ? null : <p class="muted">{t('notices.in-language', { language: languageName(t, part.language) })}</p>}
      <article class="notice" lang={part.language} dir={part.direction}>
        {isFirst ? null : <h2>{part.title}</h2>}
        <dl class="facts">
          {numbers.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <span class="number" dir="ltr">
                  {value}
                </span>
              </dd>
            </div>
          ))}
        </dl>
        <Facts rows={facts} />
        {part.blocks.map((block, place) => (
          <Block key={place} block={block} />
        ))}
        <h2 class="notice-heading">{check.title}</h2>
        <ol>
          <li>
            {check.open}{' '}
            <strong dir="ltr" class="address">
              {check.address}
            </strong>
          </li>
          {check.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>{check.money}</p>
      </article>
    </Card>
  )
}
